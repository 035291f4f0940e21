package org.scrutineer.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where returns arrive and are kept.
 *
 * @param input the drop folder, searched to any depth; nothing in it is changed
 * @param archive where every file ever received is kept under its hash; on a local disk
 */
@ConfigurationProperties("intake")
record IntakeProperties(Path input, Path archive) {}
