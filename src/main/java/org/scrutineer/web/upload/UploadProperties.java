package org.scrutineer.web.upload;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded.
 *
 * @param folder where files lie until it is known whose returns they are; on a local disk, readable by its owner only
 * @param files at a time
 * @param largestFile as it comes, packed
 * @param uploadsAnHour of one person
 * @param patience how long a file that was taken may go unread before its sender is told to send it again
 */
@ConfigurationProperties("upload")
record UploadProperties(
        Path folder,
        @DefaultValue("10") int files,
        @DefaultValue("20MB") DataSize largestFile,
        @DefaultValue("30") int uploadsAnHour,
        @DefaultValue("15m") Duration patience) {

    /** What a whole upload comes to at most, with what browsers put around files. */
    long largestUpload() {
        return (files + 1) * largestFile.toBytes();
    }
}
