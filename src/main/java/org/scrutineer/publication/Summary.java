package org.scrutineer.publication;

import java.util.List;
import java.util.Locale;

/**
 * What a run's figures say to one audience, in sentences that follow from them: what its workbook's sheet Summary says.
 * Nothing is in it that the audience may not have; where small numbers are hidden, they are hidden in it too.
 *
 * @param sections in the order of {@link Topic}; none is without a sentence
 */
public record Summary(List<Section> sections) {

    public Summary {
        sections = List.copyOf(sections);
    }

    /** What a section is about. */
    public enum Topic {
        GLANCE("At a glance"),
        /** The figures that have got worse by more than chance, and those off target that matter most. */
        ATTENTION("What needs attention first"),
        IMPROVED("What has improved or is on target"),
        /** What has changed and is neither better nor worse, and how much has not changed. */
        CHANGED("What else has changed over time"),
        MISSING("What is missing"),
        RESTATED("What was restated"),
        ESTABLISHMENT("The establishment");

        private final String heading;

        Topic(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Topic of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** @param sentences each one or several sentences about one thing, e.g. a figure */
    public record Section(Topic topic, List<String> sentences) {

        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /** What is said on a topic; nothing where there is nothing to say. */
    public List<String> on(Topic topic) {
        return sections.stream()
                .filter(section -> section.topic() == topic)
                .flatMap(section -> section.sentences().stream())
                .toList();
    }
}
