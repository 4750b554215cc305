use crate::refusal::{Fixer, NextStep, refusals};

refusals! {
    /// Rules of the operator's cases.
    pub enum Refusal:

    /// Another reviewer works on the case.
    CaseTaken = "case_taken" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "another reviewer has taken this case";
    }

    /// Nobody has taken the case, or another reviewer has.
    CaseNotYours = "case_not_yours" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "this case isn't yours to give back";
    }

    /// A case is assigned to somebody who does not review, or is blocked.
    NoReviewer = "no_reviewer" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "only an active reviewer or program admin can work on a case";
    }

    /// A case is assigned to somebody of the company that it is about.
    ReviewsOwn = "reviews_own" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "nobody reviews the enrollment of the own organization";
    }

    /// No decision waits for a second reviewer.
    NothingProposed = "nothing_proposed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "no decision waits for a second reviewer";
    }

    /// A decision waits for a second reviewer already.
    ProposalWaits = "proposal_waits" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "a decision waits for a second reviewer already";
    }

    /// What the proposed decision is about has begun again, or was objected to, since then.
    ProposalOutdated = "proposal_outdated" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "what was proposed is about a check that has begun again since";
    }

    /// The second reviewer is another one than the first.
    OwnProposal = "own_proposal" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "another reviewer than the first has to agree";
    }

    /// There is nothing left to decide.
    EverythingPassed = "everything_passed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "every check has been passed already";
    }
}
