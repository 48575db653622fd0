package org.answerable.cohort.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as built. */
public final class SoftwareVersion {

    private static final String RESOURCE = "version.properties";

    private SoftwareVersion() {}

    public static String current() {
        try (InputStream in = SoftwareVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
