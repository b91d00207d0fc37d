package plugwright.main.bench;

import java.util.List;
import plugwright.model.Outcome;

/** Something to be measured from the command line. */
public interface Benchmark {

    /** The word that names it: {@code plugwright bench read}. */
    String name();

    /** What it measures, one line. */
    String description();

    /** Measures; takes seconds to minutes. */
    Outcome<List<Figure>> run();
}
