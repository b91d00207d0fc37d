package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharingTest {

    @Test
    @Tag("SCN-2")
    void sharesTheTotalAmongAllSocketsInUseWhenProbed() {
        TestNetwork net = TestNetwork.of(3, 2, 40, 6);
        net.run(10_000);
        net.at(0).plug(0, 1);
        net.at(0).plug(1, 1);
        net.at(1).plug(0, 1);
        net.at(2).plug(0, 1);
        net.run(200_000, () -> assertThat(net.highestTold()).isLessThanOrEqualTo(40_000));
        assertThat(net.at(0).told(0)).isEqualTo(10_000);
        assertThat(net.at(0).told(1)).isEqualTo(10_000);
        assertThat(net.at(1).told(0)).isEqualTo(10_000);
        assertThat(net.at(2).told(0)).isEqualTo(10_000);
    }
}
