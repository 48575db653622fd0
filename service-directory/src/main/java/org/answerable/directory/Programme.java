package org.answerable.directory;

import java.util.List;

/**
 * A programme that people are trained in.
 *
 * @param code as programs write it
 * @param levels that it has, lowest first
 * @param renewalMonths after which training lapses when nothing else is said, or null for never
 * @param supervision whether supervision is wanted
 */
public record Programme(
        String code,
        String name,
        Kind kind,
        List<Level> levels,
        Integer renewalMonths,
        boolean supervision) {

    /** What it makes of somebody. */
    public enum Kind {
        AWARENESS("Awareness"),
        GROUP_FACILITATOR("Group facilitator"),
        METHOD_PRACTITIONER("Practitioner of a method"),
        ASSESSMENT_TOOL("User of an assessment tool");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far somebody is, lowest first. */
    public enum Level {
        AWARE("Aware"),
        TRAINED("Trained"),
        IN_SUPERVISION("In supervision"),
        ACCREDITED("Accredited"),
        SUPERVISOR("Supervisor");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Programme {
        levels = List.copyOf(levels);
    }

    /**
     * Whether a level of it counts as trained. To be aware of a method is not to be trained in it; of a
     * programme that is awareness, it is.
     */
    public boolean trains(Level level) {
        return level != Level.AWARE || kind == Kind.AWARENESS;
    }
}
