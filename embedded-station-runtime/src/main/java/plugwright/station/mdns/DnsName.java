package plugwright.station.mdns;

import java.util.List;
import java.util.Locale;

/**
 * A domain name as its labels, which may hold dots themselves; compared without regard to case (RFC 4343).
 *
 * @param labels without the empty root label, in lower case and upper case as written
 */
record DnsName(List<String> labels) {

    DnsName {
        labels = List.copyOf(labels);
    }

    static DnsName of(String... labels) {
        return new DnsName(List.of(labels));
    }

    /** This name with one more label in front. */
    DnsName under(String label) {
        List<String> longer = new java.util.ArrayList<>();
        longer.add(label);
        longer.addAll(labels);
        return new DnsName(longer);
    }

    private List<String> folded() {
        return labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName name && name.folded().equals(folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return String.join(".", labels) + ".";
    }
}
