package org.scrutineer.disclosure;

import java.util.List;
import org.scrutineer.catalogue.DisclosureProfile;

/**
 * What one public audience would be told by a run, were nothing hidden.
 *
 * @param audience its id
 * @param figures all that any part of the publication prints or draws, of this period and of earlier ones; also those
 *     that only something derived is printed of, such as a rating or a change
 */
public record PublicRelease(String audience, DisclosureProfile profile, List<TrueFigure> figures) {

    public PublicRelease {
        figures = List.copyOf(figures);
    }
}
