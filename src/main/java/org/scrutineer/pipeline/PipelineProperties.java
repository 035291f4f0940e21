package org.scrutineer.pipeline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs work.
 *
 * @param catalogueArchive where each catalogue that a run used is kept, beside the returns
 * @param records where the rows of returns are
 * @param trials where things are tried that leave no trace; on the disk of the two, which are linked to then
 * @param rebuilt where runs go that are built again as they were issued
 * @param workers how many returns are read at a time
 */
@ConfigurationProperties("pipeline")
record PipelineProperties(
        Path catalogueArchive,
        Path records,
        Path trials,
        Path rebuilt,
        @DefaultValue("2") int workers) {}
