use crate::{
    Timestamp,
    organization::Party,
    permission::{Action, SubjectKind},
    refusal::{Fixer, NextStep, refusals},
    role::Role,
};

refusals! {
    /// Refusals of no area of its own: who asks for what, and what was granted and is over.
    pub enum Refusal:

    /// The user has no role in the organization that permits this.
    RoleMissing {
        /// What was asked for.
        action: Action,
        /// The organization in which a role is needed.
        organization: Party,
        /// Any one of these would do. None when this is not for an organization of that kind: then nobody can be given
        /// one.
        needs: Vec<Role>,
    } = "role_missing" {
        fixer: match needs.is_empty() {
            true => Fixer::Nobody,
            false => Fixer::admin_of(organization),
        },
        next: match needs.is_empty() {
            true => NextStep::Nothing,
            false => NextStep::AskForRole,
        },
        says: "no role in `{}` permits this", organization.name;
    }

    /// This is not done to a subject of that kind, by whomever: the question was wrong.
    WrongSubject {
        /// What was asked for.
        action: Action,
        /// What it was to be done to.
        subject: SubjectKind,
    } = "wrong_subject" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "{} is not done to this", action.code();
    }

    /// An organization cannot invite or serve itself.
    Itself = "itself" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an organization cannot do this with itself";
    }

    /// What was granted, to a tenant or in a relationship, is over already.
    GrantEnded {
        /// When it ended.
        at: Timestamp,
    } = "grant_ended" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "this ended at {at}";
    }
}
