package org.scrutineer.disclosure;

import java.util.List;

/**
 * A number of people that is hidden, or printed nowhere, and can be worked out from what is published.
 *
 * @param figure whose number it is
 * @param giveaways the published figures that it follows from, as they are told to a person
 * @param sentence for the person who wanted to publish: which number, how closely it can be known, from what, and what
 *     to do. It says no hidden number.
 */
public record Leak(FigureKey figure, List<String> giveaways, String sentence) {

    public Leak {
        giveaways = List.copyOf(giveaways);
    }
}
