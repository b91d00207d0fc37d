package plugwright.license;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Unlocked features, always together with what they include (guide §2.2).
 *
 * @param bits the licence bits of property 21A2_0; what is handed in is completed by the included features, and
 *     bits that are no licensed feature are dropped
 */
public record FeatureSet(int bits) {

    /** The bits of property 21A2_0 that licence keys govern; its others tell of equipment. */
    public static final int LICENSED_BITS = Feature.SMART_CHARGING_NETWORK.includedBits();

    /** Nothing unlocked. */
    public static final FeatureSet NONE = new FeatureSet(0);

    public FeatureSet {
        int closed = 0;
        for (Feature feature : Feature.values()) {
            closed |= (bits & feature.bit()) != 0 ? feature.includedBits() : 0;
        }
        bits = closed;
    }

    /** The features among the bits of property 21A2_0. */
    public static FeatureSet ofBits(int bits) {
        return new FeatureSet(bits);
    }

    /** These features and what they include. */
    public static FeatureSet of(Feature... features) {
        return new FeatureSet(Arrays.stream(features).mapToInt(Feature::bit).reduce(0, (a, b) -> a | b));
    }

    /** Whether this feature is unlocked, by itself or included in another. */
    public boolean contains(Feature feature) {
        return (bits & feature.bit()) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** All unlocked features, the smallest first. */
    public List<Feature> features() {
        return Arrays.stream(Feature.values()).filter(this::contains).toList();
    }

    /** For logs: {@code SLB+ALB}, or {@code none}. */
    @Override
    public String toString() {
        return isEmpty() ? "none" : features().stream().map(Feature::code).collect(Collectors.joining("+"));
    }
}
