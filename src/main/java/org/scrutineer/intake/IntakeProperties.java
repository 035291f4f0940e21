package org.scrutineer.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where returns arrive and are kept.
 *
 * @param input the drop folder, searched to any depth; nothing in it is changed
 * @param archive where every file ever received is kept under its hash; on a local disk
 * @param pause between two looks at new files; one that changes meanwhile is still arriving
 * @param patience how long a file that looks unfinished may stand unchanged before it is taken for cut off
 */
@ConfigurationProperties("intake")
record IntakeProperties(
        Path input,
        Path archive,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("1h") Duration patience) {}
