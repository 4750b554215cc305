use crate::{
    Timestamp,
    organization::Party,
    permission::{Action, SubjectKind},
    refusal::{
        remedy::{Fixer, NextStep},
        table::refusals,
    },
    role::Role,
};

refusals! {
    /// Refusals of no area of its own: of the actor and the action alone, and of grants that have ended.
    pub enum Refusal:

    /// The user has no role in the organization that permits this.
    RoleMissing {
        /// The action asked for.
        action: Action,
        /// The organization in which a role is needed.
        organization: Party,
        /// Any one of these would do. Empty when the action is not for an organization of that kind: then nobody can be
        /// given a role for it.
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

    /// The customer, or the request to one, is in none of the groups to which the user's rights are narrowed. It does
    /// not name the customer: the user may not know of it.
    OutOfReach {
        /// The organization in which the user's rights are narrowed.
        organization: Party,
    } = "out_of_reach" {
        fixer: Fixer::user_of(organization, &[Role::GlobalAdmin, Role::AdminAgent]),
        next: NextStep::AskForRole,
        says: "the user's groups of customers in `{}` don't include this customer", organization.name;
    }

    /// Users whose rights are narrowed to groups of customers manage neither users nor groups.
    ReachNarrowed {
        /// The organization in which the user's rights are narrowed.
        organization: Party,
    } = "reach_narrowed" {
        fixer: Fixer::user_of(organization, &[Role::GlobalAdmin, Role::AdminAgent]),
        next: NextStep::AskForRole,
        says: "the user's rights in `{}` are narrowed to groups of customers", organization.name;
    }

    /// Nobody can do this to a subject of that kind: the question was wrong.
    WrongSubject {
        /// The action asked for.
        action: Action,
        /// The subject asked about.
        subject: SubjectKind,
    } = "wrong_subject" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "{} isn't possible here", action.code();
    }

    /// An organization cannot invite or serve itself.
    Itself = "itself" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an organization can't do this with itself";
    }

    /// The grant, of a tenant or in a relationship, has already ended.
    GrantEnded {
        /// When it ended.
        at: Timestamp,
    } = "grant_ended" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "this ended at {at}";
    }
}
