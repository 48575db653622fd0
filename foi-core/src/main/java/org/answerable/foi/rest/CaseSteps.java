package org.answerable.foi.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Casework;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Validity;

/**
 * What a program may post as an event: a clock event by its type, or a transition by the name of the
 * state that it leads to.
 */
@Dependent
public class CaseSteps {

    private static final String KNOWN =
            "CLARIFICATION_REQUESTED, CLARIFICATION_RECEIVED, FEES_NOTICE, FEE_PAID,"
                    + " PUBLIC_INTEREST_EXTENSION, EIR_EXTENSION, TRANSFERRED, WITHDRAWN, LAPSED,"
                    + " ALLOCATED, INVALID, GATHERING, COMPUTING, ASSESSING, DRAFTING,"
                    + " AWAITING_APPROVAL, APPROVED, CLOSED";

    private final FoiCases cases;
    private final Casework casework;
    private final CaseClock clock;

    @Inject
    public CaseSteps(FoiCases cases, Casework casework, CaseClock clock) {
        this.cases = cases;
        this.casework = casework;
        this.clock = clock;
    }

    void take(CaseReference reference, JsonObject in, Actor actor) {
        String name = EventForm.type(in).replace('-', '_').toUpperCase(Locale.ROOT);
        Optional<ClockEvent.Type> event =
                Arrays.stream(ClockEvent.Type.values())
                        .filter(t -> t.name().equals(name))
                        .findFirst();
        if (event.isPresent()) {
            clock.record(reference, EventForm.event(in, event.get()), actor);
            return;
        }
        CaseState target =
                Arrays.stream(CaseState.values())
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow(CaseSteps::unknown);
        move(reference, target, in, actor);
    }

    private void move(CaseReference reference, CaseState target, JsonObject in, Actor actor) {
        switch (target) {
            case ALLOCATED -> clock.checkValidity(reference, Validity.complete(), actor);
            case INVALID ->
                    clock.checkValidity(
                            reference,
                            new Validity(
                                    isTrue(in, "written"),
                                    isTrue(in, "realName"),
                                    isTrue(in, "address"),
                                    isTrue(in, "describes"),
                                    EventForm.text(in, "words")),
                            actor);
            case GATHERING, COMPUTING, ASSESSING -> clock.moveTo(reference, target, actor);
            case DRAFTING -> toDrafting(reference, in, actor);
            case AWAITING_APPROVAL -> casework.submitForApproval(reference, actor);
            case APPROVED -> casework.approve(reference, version(in, reference, actor), actor);
            case CLOSED -> clock.confirmSent(reference, actor);
            default -> throw unknown();
        }
    }

    // From approval a case returns with a reason; among the stages it just moves.
    private void toDrafting(CaseReference reference, JsonObject in, Actor actor) {
        CaseState now = cases.get(reference, actor).state();
        if (now == CaseState.AWAITING_APPROVAL || now == CaseState.APPROVED) {
            casework.returnToDrafting(reference, EventForm.text(in, "words"), actor);
        } else {
            clock.moveTo(reference, CaseState.DRAFTING, actor);
        }
    }

    private int version(JsonObject in, CaseReference reference, Actor actor) {
        return in.get("version") instanceof JsonNumber number
                ? number.intValue()
                : cases.get(reference, actor).version();
    }

    private static boolean isTrue(JsonObject in, String name) {
        return in.getBoolean(name, false);
    }

    private static InvalidInput unknown() {
        return new InvalidInput("type", "Give type as one of " + KNOWN + ".");
    }
}
