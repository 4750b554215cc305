use crate::{
    refusal::{Fixer, NextStep, refusals},
    text::GroupName,
};

refusals! {
    /// Rules of groups of customers.
    pub enum Refusal:

    /// Another group of the partner has this name.
    GroupNameTaken {
        /// The name, as the other group has it.
        name: GroupName,
    } = "group_name_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "there is a group named `{name}` already";
    }

    /// The partner has as many groups as it may have.
    TooManyGroups {
        /// That many.
        most: u32,
    } = "too_many_groups" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "there are {most} groups already";
    }

    /// Users are narrowed to the group.
    GroupNarrowsUsers {
        /// The group's name.
        name: GroupName,
        /// How many users.
        users: u64,
    } = "group_narrows_users" {
        fixer: Fixer::You,
        next: NextStep::OpenUsers,
        says: "the rights of {users} users are narrowed to the group `{name}`";
    }

    /// One of the groups does not exist, or was removed.
    NoSuchGroup = "no_such_group" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "one of the groups doesn't exist any more";
    }

    /// Nobody was chosen to be put into a group, or taken out of it.
    NoCustomerChosen = "no_customer_chosen" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no customer is selected";
    }

    /// More customers were chosen than are put into a group at once.
    TooManyCustomers {
        /// That many.
        most: u32,
    } = "too_many_customers" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "more than {most} customers are selected";
    }

    /// What is not done yet is not undone.
    PlacingUnderWay = "placing_under_way" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "the customers are still being put into the group, or taken out of it";
    }

    /// It was undone before.
    PlacingUndone = "placing_undone" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "this was undone already";
    }

    /// A user who is narrowed to no group would see nobody.
    NoGroupChosen = "no_group_chosen" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no group is selected";
    }

    /// A user is narrowed to a few groups only.
    TooManyForUser {
        /// That many.
        most: u32,
    } = "too_many_for_user" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a user is narrowed to {most} groups at most";
    }

    /// Global admins are never narrowed.
    GlobalAdminSeesAll = "global_admin_sees_all" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the user is a global admin, and sees all customers";
    }
}
