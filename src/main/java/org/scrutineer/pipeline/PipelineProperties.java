package org.scrutineer.pipeline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs work.
 *
 * @param catalogueArchive where each catalogue that a run used is kept
 * @param workers how many returns are read at a time
 */
@ConfigurationProperties("pipeline")
record PipelineProperties(
        Path catalogueArchive, @DefaultValue("2") int workers) {}
