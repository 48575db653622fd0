package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerable.foi.Actor;
import org.answerable.foi.AppealDecision;
import org.answerable.foi.CaseLinks;
import org.answerable.foi.CaseReference;
import org.answerable.foi.LinkType;
import org.answerable.foi.NewAppeal;
import org.answerable.foi.ReviewRequest;

/** The door to links and later stages: each command is one transaction. */
@ApplicationScoped
@Transactional
public class LinkDesk implements CaseLinks {

    private final LinkCases linkCases;
    private final OpenReview openReview;
    private final OpenAppeal openAppeal;
    private final HandOver handOver;

    /** For the container's proxy. */
    protected LinkDesk() {
        this(null, null, null, null);
    }

    @Inject
    public LinkDesk(
            LinkCases linkCases, OpenReview openReview, OpenAppeal openAppeal, HandOver handOver) {
        this.linkCases = linkCases;
        this.openReview = openReview;
        this.openAppeal = openAppeal;
        this.handOver = handOver;
    }

    @Override
    public void link(CaseReference from, CaseReference to, LinkType type, Actor actor) {
        linkCases.link(from, to, type, actor);
    }

    @Override
    public void unlink(CaseReference from, CaseReference to, LinkType type, Actor actor) {
        linkCases.unlink(from, to, type, actor);
    }

    @Override
    public CaseReference openReview(CaseReference of, ReviewRequest request, Actor actor) {
        return openReview.open(of, request, actor);
    }

    @Override
    public CaseReference openAppeal(CaseReference about, NewAppeal appeal, Actor actor) {
        return openAppeal.open(about, appeal, actor);
    }

    @Override
    public void recordDecision(CaseReference appeal, AppealDecision decision, Actor actor) {
        openAppeal.decide(appeal, decision, actor);
    }

    @Override
    public void handOver(CaseReference subjectAccess, String team, Actor actor) {
        handOver.handOver(subjectAccess, team, actor);
    }
}
