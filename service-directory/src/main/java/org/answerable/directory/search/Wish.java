package org.answerable.directory.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.answerable.directory.hsds.AgeMonths;

/** One thing that is asked of a service. What a list names is enough if one of it fits. */
public sealed interface Wish {

    /** Each of these plain words begins a word of names, terms or description. */
    record Words(List<String> beginnings) implements Wish {}

    /** People's words: their forms are found too, and the places of a service. */
    record Speech(String text) implements Wish {}

    record Terms(List<String> anyOf) implements Wish {}

    record Taxonomies(List<String> anyOf) implements Wish {}

    record Organizations(List<String> anyOf) implements Wish {}

    record ModifiedSince(Instant at) implements Wish {}

    /**
     * The person lives there: a service that states where it serves must serve one of the areas.
     *
     * @param areas codes of all areas around the person
     */
    record LivesIn(List<String> areas) implements Wish {}

    /**
     * The stated coverage contains a place; a service that states none is out.
     *
     * @param around codes of all areas that contain the place
     * @param parts LSOAs of the place when it is an area
     * @param whole whether all of an area must be served, or any of it
     */
    record Covers(List<String> around, List<String> parts, boolean whole) implements Wish {}

    /** The ages overlap; unknown ages fit all. */
    record Ages(AgeMonths months) implements Wish {}

    /**
     * Pregnancy is accepted.
     *
     * @param week in this week, or null for any
     */
    record InPregnancy(Integer week) implements Wish {}

    record OpenIn(Window window) implements Wish {}

    /** Open at this moment of civil time. */
    record OpenAt(LocalDateTime moment) implements Wish {}

    /** Whether one has to go somewhere: services without any place, or online or by telephone, need no travelling. */
    record Travelling(boolean needed) implements Wish {}

    /**
     * Room that was said to be there in the last 30 days.
     *
     * @param unit identifier of a unit, or null for any
     * @param atLeast how much, or null for anything above nothing
     */
    record Room(String unit, BigDecimal atLeast) implements Wish {

        /** For how many days a capacity that was said counts. */
        public static final int DAYS = 30;
    }

    /** Needs, by code, that one of its terms names. */
    record Needs(List<String> anyOf) implements Wish {}

    /** As recorded on the service, or on a line of a contract in force that names it. */
    record Tiers(List<String> anyOf) implements Wish {}

    /** As {@link Tiers}, in words or by code, in small letters. */
    record LeadProfessions(List<String> anyOf) implements Wish {}

    /** A contract in force of one of these organisations names it. */
    record Commissioners(List<String> anyOf) implements Wish {}

    /** Said to cost nothing. */
    record Free() implements Wish {}

    record Languages(List<String> anyOf) implements Wish {}

    record Attending(List<String> anyOf) implements Wish {}

    /** One of these statuses, or any when empty; without this wish, those that are open to people. */
    record Statuses(List<String> anyOf) implements Wish {}

    record AssuredSince(LocalDate day) implements Wish {}

    /** One of these services, by public id. */
    record Only(List<String> ids) implements Wish {}
}
