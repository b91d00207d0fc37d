package plugwright.station.sim;

/**
 * The fair shares of one or two sockets, straight from the definition: nobody could get more without someone who has
 * no more than he getting less. With two it is a matter of cutting one line in half as evenly as floors and caps let.
 *
 * @param first of the first socket, in mA
 * @param second of the second, in mA
 */
record Optimum(int first, int second) {

    /** What one socket is given: a floor, the cap that its demand sets and the one above that, in mA; 0 if none. */
    record Wish(int floor, int demand, int cap) {
        static final Wish NONE = new Wish(0, 0, 0);
    }

    /**
     * @param limit of the phases that both load, in mA; {@link Integer#MAX_VALUE} where they load none together
     */
    static Optimum of(Wish one, Wish two, int limit) {
        Optimum first = cut(
                one.floor, Math.max(one.floor, Math.min(one.demand, one.cap)),
                two.floor, Math.max(two.floor, Math.min(two.demand, two.cap)), limit);
        // What demand left over goes to whoever can use it.
        return cut(first.first, one.cap, first.second, two.cap, limit);
    }

    private static Optimum cut(int floorOne, int capOne, int floorTwo, int capTwo, int limit) {
        if ((long) capOne + capTwo <= limit) {
            return new Optimum(capOne, capTwo);
        }
        int least = Math.max(floorOne, limit - capTwo);
        int most = Math.min(capOne, limit - floorTwo);
        int one = Math.clamp(limit / 2, Math.min(least, most), Math.max(least, most));
        return new Optimum(one, limit - one);
    }
}
