package org.scrutineer.pipeline;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The version of this program. */
@Component
class Software {

    private final ObjectProvider<BuildProperties> build;

    Software(ObjectProvider<BuildProperties> build) {
        this.build = build;
    }

    String version() {
        BuildProperties properties = build.getIfAvailable();
        return properties == null || properties.getVersion() == null ? "development" : properties.getVersion();
    }
}
