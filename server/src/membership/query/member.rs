//! A member of the registry, for the operator.

use std::collections::HashMap;

use tierline_app::{
    error::PortalError,
    form::mark::Mark,
    membership::model::{LocationDetail, MemberDetail, MemberStatus, ProfileDetail},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    ids::{MemberId, OrganizationId},
    membership::Member,
    text::MpnId,
};

use crate::{
    activity::query::{self as timeline, Reader},
    mark,
    membership::{command::keep::stored, store},
    organization::{query as load, query::failed},
    pipeline::Read,
    store::Hold,
};

/// The member with this id.
pub(crate) async fn member(read: &mut Read, id: MemberId) -> PortalResult<MemberDetail> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageMembers)?;
    let found = store::by_id(read.db(), id, Hold::Free).await;
    let member = found.map_err(failed)?.ok_or(PortalError::NotFound)?.value;
    let mpns: Vec<String> = member.mpns().map(ToString::to_string).collect();
    let associated = store::associated(read.db(), &mpns).await.map_err(failed)?;
    let tenants: Vec<OrganizationId> = associated.iter().map(|(_, tenant)| *tenant).collect();
    let names = load::parties(read.db(), &tenants).await?;
    let tenants: HashMap<MpnId, String> = associated
        .into_iter()
        .filter_map(|(mpn, tenant)| Some((mpn, names.get(&tenant)?.name.to_string())))
        .collect();
    let mark_of = |mpn: &MpnId| -> PortalResult<Mark> {
        mark::of(&stored(&member, mpn).unwrap_or_default()).map_err(failed)
    };
    let mut profiles = Vec::with_capacity(member.profiles.len());
    for profile in &member.profiles {
        let mut locations = Vec::with_capacity(profile.locations.len());
        for location in &profile.locations {
            locations.push(LocationDetail {
                mpn: location.mpn.to_string(),
                name: location.name.to_string(),
                country: location.country,
                status: MemberStatus::of(location.is_active),
                tenant: tenants.get(&location.mpn).cloned(),
                mark: mark_of(&location.mpn)?,
            });
        }
        profiles.push(ProfileDetail {
            mpn: profile.mpn.to_string(),
            name: profile.name.to_string(),
            status: MemberStatus::of(profile.is_active),
            mark: mark_of(&profile.mpn)?,
            locations,
        });
    }
    let reader = Reader::of(&operator, &actor, read.now());
    Ok(MemberDetail {
        id,
        name: name(&member),
        account: member.account.to_string(),
        has_password: store::has_password(read.db(), id).await.map_err(failed)?,
        status: MemberStatus::of(store::is_active(&member)),
        since: member.since,
        profiles,
        account_mark: mark::of(&[("account", member.account.as_str())]).map_err(failed)?,
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
    })
}

fn name(member: &Member) -> String {
    let first = member.profiles.first();
    first.map_or_else(|| member.account.to_string(), |it| it.name.to_string())
}
