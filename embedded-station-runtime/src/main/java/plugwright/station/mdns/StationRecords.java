package plugwright.station.mdns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.wire.presence.StationPresence;

/**
 * One station's records and what it answers (station-interfaces §2): service {@code _alfen._tcp.local}, the serial
 * number as instance and host name, TXT identity, type, fwversion. Pure.
 */
final class StationRecords {

    /** The service as one text, as the library wants it. */
    static final String SERVICE_TYPE = "_alfen._tcp.local.";

    /** RFC 6762 §10 for records that name a host; a simulated site should also not outlive its end for long. */
    static final int TTL_SECONDS = 120;

    /** RFC 6762 §6.7: plain resolvers don't hear goodbyes. */
    private static final int PLAIN_TTL_SECONDS = 10;

    private static final DnsName SERVICE = DnsName.of("_alfen", "_tcp", "local");
    private static final DnsName ALL_SERVICES = DnsName.of("_services", "_dns-sd", "_udp", "local");

    private final DnsRecord pointer;
    private final DnsRecord service;
    private final DnsRecord text;
    private final DnsRecord address;
    private final DnsRecord serviceType = new DnsRecord.Pointer(ALL_SERVICES, SERVICE);

    StationRecords(StationPresence station) {
        String serial = station.id().serial();
        DnsName instance = SERVICE.under(serial);
        DnsName host = DnsName.of(serial, "local");
        this.pointer = new DnsRecord.Pointer(SERVICE, instance);
        this.service = new DnsRecord.Service(instance, station.apiPort(), host);
        this.text = new DnsRecord.Text(instance, texts(station));
        this.address = new DnsRecord.Address(host, station.address());
    }

    /** {@code key=value} texts of the service. */
    static List<String> texts(StationPresence station) {
        return List.of(
                "identity=" + station.id().serial(), "type=" + station.type(), "fwversion=" + station.firmware());
    }

    /** What the station says of its own accord when it comes. */
    DnsResponse announcement() {
        return new DnsResponse(0, List.of(), TTL_SECONDS, List.of(pointer, service, text, address), List.of());
    }

    /** What it says when it goes: the same, to be forgotten at once. */
    DnsResponse goodbye() {
        return new DnsResponse(0, List.of(), 0, List.of(pointer, service, text, address), List.of());
    }

    /** The answer for everyone; empty where nothing of this station was asked for. */
    Optional<DnsResponse> answer(DnsQuery query) {
        Set<DnsRecord> answers = answers(query);
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new DnsResponse(
                        0, List.of(), TTL_SECONDS, List.copyOf(answers), additional(answers)));
    }

    /** The answer for a plain resolver, sent to it alone. */
    Optional<DnsResponse> plainAnswer(DnsQuery query) {
        Set<DnsRecord> answers = answers(query);
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new DnsResponse(
                        query.id(), query.questions(), PLAIN_TTL_SECONDS, List.copyOf(answers), additional(answers)));
    }

    private Set<DnsRecord> answers(DnsQuery query) {
        Set<DnsRecord> answers = new LinkedHashSet<>();
        for (DnsQuery.Question question : query.questions()) {
            addIfAsked(answers, question, pointer, DnsCodec.TYPE_PTR);
            addIfAsked(answers, question, serviceType, DnsCodec.TYPE_PTR);
            addIfAsked(answers, question, service, DnsCodec.TYPE_SRV);
            addIfAsked(answers, question, text, DnsCodec.TYPE_TXT);
            addIfAsked(answers, question, address, DnsCodec.TYPE_A);
        }
        return answers;
    }

    private static void addIfAsked(
            Set<DnsRecord> answers, DnsQuery.Question question, DnsRecord record, int type) {
        if (question.asksFor(record.name(), type)) {
            answers.add(record);
        }
    }

    /** RFC 6763 §12: with the pointer, all; with service or text, the rest of what is needed to connect. */
    private List<DnsRecord> additional(Set<DnsRecord> answers) {
        List<DnsRecord> additional = new ArrayList<>();
        boolean instanceAsked = answers.contains(pointer) || answers.contains(service) || answers.contains(text);
        if (instanceAsked) {
            additional.addAll(List.of(service, text, address));
            additional.removeAll(answers);
        }
        return additional;
    }
}
