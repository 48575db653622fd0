package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Channel;
import org.answerable.foi.Validity;

/** The door to the steps that move a case's clock or stage: each command is one transaction. */
@ApplicationScoped
@Transactional
public class ClockDesk implements CaseClock {

    private final CheckValidity checkValidity;
    private final AcknowledgeRequest acknowledgeRequest;
    private final RecordEvent recordEvent;
    private final MoveCase moveCase;
    private final AllotQuestion allotQuestion;

    /** For the container's proxy. */
    protected ClockDesk() {
        this(null, null, null, null, null);
    }

    @Inject
    public ClockDesk(
            CheckValidity checkValidity,
            AcknowledgeRequest acknowledgeRequest,
            RecordEvent recordEvent,
            MoveCase moveCase,
            AllotQuestion allotQuestion) {
        this.checkValidity = checkValidity;
        this.acknowledgeRequest = acknowledgeRequest;
        this.recordEvent = recordEvent;
        this.moveCase = moveCase;
        this.allotQuestion = allotQuestion;
    }

    @Override
    public void checkValidity(CaseReference reference, Validity validity, Actor actor) {
        checkValidity.check(reference, validity, actor);
    }

    @Override
    public void acknowledge(CaseReference reference, Channel channel, Actor actor) {
        acknowledgeRequest.acknowledge(reference, channel, actor);
    }

    @Override
    public void record(CaseReference reference, CaseEvent event, Actor actor) {
        recordEvent.record(reference, event, actor);
    }

    @Override
    public void moveTo(CaseReference reference, CaseState stage, Actor actor) {
        moveCase.move(reference, stage, actor);
    }

    @Override
    public void allot(CaseReference reference, int question, String username, Actor actor) {
        allotQuestion.allot(reference, question, username, actor);
    }

    @Override
    public void confirmSent(CaseReference reference, Actor actor) {
        moveCase.confirmSent(reference, actor);
    }
}
