package org.scrutineer.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * A run that was built again as it was issued.
 *
 * @param folder where it is now, beside what was published and not among it
 * @param files how many there are, the manifest among them
 * @param differing those that are not byte for byte what was published
 * @param softwareThen the version that published it
 * @param softwareNow this one
 */
public record Rebuilt(
        Run run, Path folder, int files, List<DifferingFile> differing, String softwareThen, String softwareNow) {

    /** How many differing places of a file are told. */
    static final int TOLD = 20;

    public Rebuilt {
        differing = List.copyOf(differing);
    }

    /**
     * A file that came out otherwise.
     *
     * @param places as people read them, e.g. {@code sheet Scorecard, cell D7: published "65.0", now "66.0"}; the first
     *     of them where there are many
     */
    public record DifferingFile(String name, List<String> places) {

        public DifferingFile {
            places = List.copyOf(places);
        }
    }

    /** Whether another version of the software has built it again, which may write the same otherwise. */
    public boolean isByOtherSoftware() {
        return !softwareThen.equals(softwareNow);
    }
}
