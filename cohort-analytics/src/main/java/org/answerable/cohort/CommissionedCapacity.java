package org.answerable.cohort;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port: what help is commissioned in neighbourhoods, asked by the model of need. The web module
 * implements it. A declared zero is a fact and has no sampling error; where nothing is recorded, no
 * capacity is known, and it is not zero.
 */
public interface CommissionedCapacity {

    /** What is known of a neighbourhood. */
    enum Status {
        COMMISSIONED,
        PROVIDED_WITHOUT_CONTRACT,
        /** Declared that there is none: a structural zero. */
        NOT_COMMISSIONED,
        /** No record: not zero. */
        UNKNOWN
    }

    /**
     * A question.
     *
     * @param areas codes of areas, LSOAs of 2021 or larger ones; the directory knows what these are made of
     * @param tier {@code universal}, {@code targeted} or {@code specialist}
     * @param need code of a need of the directory
     */
    record Question(Set<String> areas, String tier, String need, LocalDate at) {
        public Question {
            areas = Set.copyOf(areas);
        }
    }

    /**
     * What one neighbourhood has.
     *
     * @param references the records that it follows from; of lines, see {@link Answer#offers}
     */
    record Neighbourhood(Status status, List<String> references) {
        public Neighbourhood {
            references = List.copyOf(references);
        }
    }

    /**
     * What one contract line gives to all its neighbourhoods together. It is not divided among them:
     * how, is for the model to say.
     *
     * @param wte the team, in whole-time equivalents
     * @param funded what is paid for, or null when it is not agreed
     * @param unit what that is counted in, or null
     * @param aYear whether it is counted over a year, otherwise at one time
     * @param lead the profession that leads, in words; empty when it is not recorded
     * @param relationshipTeam whether it is a specialised parent-infant relationship team, by every test of
     *     the directory or the ruling of a person
     * @param lsoas all that the line reaches, in and outside the question
     */
    record Offer(
            String reference,
            String lead,
            boolean relationshipTeam,
            BigDecimal wte,
            BigDecimal funded,
            String unit,
            boolean aYear,
            Set<String> lsoas) {
        public Offer {
            lsoas = Set.copyOf(lsoas);
        }
    }

    /**
     * An answer.
     *
     * @param parts the LSOAs of 2021 that each area of the question is made of
     * @param neighbourhoods one for each LSOA of these
     * @param findings what forbids to add offers up, such as lines that overlap
     * @param sentence the answer in words, with its evidence
     */
    record Answer(
            Map<String, Set<String>> parts,
            Map<String, Neighbourhood> neighbourhoods,
            List<Offer> offers,
            List<String> findings,
            String sentence) {
        public Answer {
            parts = Map.copyOf(parts);
            neighbourhoods = Map.copyOf(neighbourhoods);
            offers = List.copyOf(offers);
            findings = List.copyOf(findings);
        }
    }

    /**
     * @throws InvalidInput fields {@code tier}, {@code need}, {@code areas}: one is not known, or not what
     *     it is made of
     */
    Answer capacity(Question question);

    /** What families may need help with, by code, as the directory has it. */
    List<Choice> needs();
}
