//! The states of what can be set.

use serde::Serialize;
use tierline_core::{
    Timestamp,
    enrollment::Status,
    market::Country,
    organization::{Capabilities, RequiredOf},
    read::Read,
};

/// **Settings**: the rows that the reader's roles open, beside the reader's own, each with its state.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Standing {
    /// The own password.
    pub password: PasswordState,
    /// The own second factor; none if the password alone signs in.
    pub factor: Option<FactorState>,
    /// The number of places where the account is signed in.
    pub sessions: u64,
    /// The own organization, for those who may view it.
    pub organization: Option<OwnOrganization>,
    /// How many users it has, with those who are invited, for those who manage them.
    pub users: Option<u64>,
    /// How many groups of customers it has, for those who manage them.
    pub groups: Option<u64>,
    /// Of whom it requires a second factor, for those who say so.
    pub required: Option<Required>,
    /// Whether a customer is asked before an order request is approved, for those who say so.
    pub asked_first: Option<bool>,
    /// How far its enrollment is, for those who enroll.
    pub enrollment: Option<EnrollmentState>,
    /// The program settings, for those who run the program.
    pub program: Option<ProgramState>,
}

/// The own password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct PasswordState {
    /// Whether somebody else has set it, and seen it.
    pub is_temporary: bool,
    /// Since when it has been this one.
    pub since: Timestamp,
}

/// The own second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct FactorState {
    /// The number of unused recovery codes.
    pub codes_left: u64,
}

/// What the rows say of the own organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnOrganization {
    /// What it may do in the program.
    pub capabilities: Capabilities,
    /// Where it does business.
    pub country: Country,
    /// By what a customer is known.
    pub domain: String,
    /// By what a partner is known.
    pub mpn: Option<String>,
}

/// Of whom a second factor is required, by the stricter of organization and operator, and how many of them have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Required {
    /// The users.
    pub of: RequiredOf,
    /// How many of them have none.
    pub without: u64,
}

/// How far an enrollment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct EnrollmentState {
    /// Its status; none before it has begun.
    pub status: Option<Status>,
}

/// The program settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ProgramState {
    /// When one of them was changed last; none if all are as they usually are.
    pub changed: Option<Timestamp>,
}
