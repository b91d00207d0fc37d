package plugwright.station.mdns;

import java.util.List;

/**
 * An answer message.
 *
 * @param id 0 in multicast DNS
 * @param questions repeated for a plain resolver, empty in multicast DNS
 * @param ttlSeconds for every record; 0 says goodbye
 * @param answers what was asked for
 * @param additional what the asker will want to know next
 */
record DnsResponse(
        int id,
        List<DnsQuery.Question> questions,
        int ttlSeconds,
        List<DnsRecord> answers,
        List<DnsRecord> additional) {

    DnsResponse {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        additional = List.copyOf(additional);
    }
}
