package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.publication.Summary.Section;
import org.scrutineer.publication.Summary.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's summaries: what was published to each audience of a run, in words. */
@Repository
public class Summaries {

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run's publication for an audience says; none where the run published nothing for it. */
    public Optional<Summary> of(int run, String audience) {
        record Said(Topic topic, String sentence) {}
        Map<Topic, List<String>> byTopic = new EnumMap<>(Topic.class);
        jdbc.sql("select topic, sentence from summary_sentence where run = ? and audience = ? order by place_in_order")
                .params(run, audience)
                .query((row, number) -> new Said(Topic.of(row.getString(1)), row.getString(2)))
                .list()
                .forEach(said -> byTopic.computeIfAbsent(said.topic(), first -> new ArrayList<>())
                        .add(said.sentence()));
        return byTopic.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(byTopic.entrySet().stream()
                        .map(topic -> new Section(topic.getKey(), topic.getValue()))
                        .toList()));
    }

    /** Keeps a run's summaries, by audience, in place of any that were kept before. */
    void replace(int run, Map<String, Summary> summaries) {
        jdbc.sql("delete from summary_sentence where run = ?").param(run).update();
        summaries.forEach((audience, summary) -> {
            int place = 0;
            for (Section section : summary.sections()) {
                for (String sentence : section.sentences()) {
                    jdbc.sql("insert into summary_sentence (run, audience, place_in_order, topic, sentence)"
                                    + " values (?, ?, ?, ?, ?)")
                            .params(run, audience, ++place, section.topic().id(), sentence)
                            .update();
                }
            }
        });
    }
}
