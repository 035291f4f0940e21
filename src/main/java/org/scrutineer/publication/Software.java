package org.scrutineer.publication;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** This program, as manifests and runs name it. */
@Component
public class Software {

    private final ObjectProvider<BuildProperties> build;

    Software(ObjectProvider<BuildProperties> build) {
        this.build = build;
    }

    public String version() {
        BuildProperties properties = build.getIfAvailable();
        return properties == null || properties.getVersion() == null ? "development" : properties.getVersion();
    }
}
