//! Invitations of users who will see some customers only.

use super::{MemberInvitation, Refusal};
use crate::{
    Timestamp,
    account::Event,
    group::CustomerGroup,
    ids::CustomerGroupId,
    reach::{GroupSet, Reach},
    text::{GroupName, PersonName},
};

/// The groups to which an invitation is narrowed, by their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedTo {
    /// Those that there are.
    pub groups: Vec<GroupName>,
    /// Those that were removed since.
    pub removed: Vec<GroupName>,
}

impl MemberInvitation {
    /// The groups to which the invitation is narrowed; none if it is for all customers. `known` are these groups,
    /// removed ones among them.
    ///
    /// ```
    /// use tierline_core::{group::CustomerGroup, member::MemberInvitation, reach::{GroupSet, Reach}, testing::*};
    /// let reseller = reseller();
    /// let north = customer_group(&reseller, 1, "North");
    /// let south = CustomerGroup { removed: Some(day(2)), ..customer_group(&reseller, 2, "South") };
    /// let all = member_invitation(&reseller);
    /// let customers = Reach::Groups(GroupSet::of([north.id, south.id])?);
    /// let narrowed = MemberInvitation { customers, ..all.clone() };
    /// let to = narrowed.invited_to(&[north, south]).unwrap();
    /// assert_eq!((to.groups[0].as_str(), to.removed[0].as_str()), ("North", "South"));
    /// assert_eq!(all.invited_to(&[]), None);
    /// # Ok::<(), tierline_core::reach::TooMany>(())
    /// ```
    #[must_use]
    pub fn invited_to(&self, known: &[CustomerGroup]) -> Option<InvitedTo> {
        let wanted = self.customers.groups()?;
        let of = |is_there: bool| {
            let mut names: Vec<GroupName> = known
                .iter()
                .filter(|it| wanted.contains(it.id) && it.removed.is_none() == is_there)
                .map(|it| it.name.clone())
                .collect();
            names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
            names
        };
        Some(InvitedTo {
            groups: of(true),
            removed: of(false),
        })
    }

    /// Whether anything is left of the groups to which it is narrowed. Nobody sees all because a group is gone, and a
    /// user who sees nobody is of no use.
    ///
    /// # Errors
    /// [`Refusal::InvitedGroupsRemoved`].
    pub fn has_customers(&self, known: &[CustomerGroup]) -> Result<(), Refusal> {
        match self.invited_to(known) {
            Some(InvitedTo { groups, removed }) if groups.is_empty() => {
                Err(Refusal::InvitedGroupsRemoved { groups: removed })
            }
            _ => Ok(()),
        }
    }

    /// What narrows the user who accepts, to the groups that are left; none if the invitation is for all customers.
    pub(super) fn narrows(
        &self,
        known: &[CustomerGroup],
        name: &PersonName,
        now: Timestamp,
    ) -> Result<Option<Event>, Refusal> {
        self.has_customers(known)?;
        let Some((wanted, to)) = self.customers.groups().zip(self.invited_to(known)) else {
            return Ok(None);
        };
        let is_there = |id: &CustomerGroupId| {
            let mut known = known.iter();
            known.any(|it| it.id == *id && it.removed.is_none())
        };
        // Some of so few are no more than these.
        let left = GroupSet::of(wanted.iter().filter(is_there)).unwrap_or_default();
        Ok(Some(Event::CustomersNarrowed {
            organization: self.organization,
            name: name.clone(),
            customers: Reach::Groups(left),
            from: Vec::new(),
            to: to.groups,
            at: now,
            by: self.created_by,
        }))
    }
}
