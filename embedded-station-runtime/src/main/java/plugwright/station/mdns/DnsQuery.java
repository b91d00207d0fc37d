package plugwright.station.mdns;

import java.util.List;

/**
 * A question message.
 *
 * @param id 0 in multicast DNS; a plain resolver expects it back
 */
record DnsQuery(int id, List<Question> questions) {

    DnsQuery {
        questions = List.copyOf(questions);
    }

    /**
     * One question of it, class IN.
     *
     * @param type number of the record type asked for
     */
    record Question(DnsName name, int type) {

        boolean asksFor(DnsName other, int recordType) {
            return (type == recordType || type == DnsCodec.TYPE_ANY) && name.equals(other);
        }
    }
}
