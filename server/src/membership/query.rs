//! The own MPN ID, and the member whose account was signed in to; the registry.

mod list;
mod member;

pub(crate) use list::LISTS;
pub(crate) use member::member;

use sqlx::PgConnection;
use tierline_app::{
    membership::model::{
        LocationChoice, OwnIdentifiers, OwnMpn, Place, ProfileChoice, ProvedMember,
    },
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    membership::{Fit, Member, Refusal, fit, may_associate},
    organization::Organization,
    text::MpnId,
};

use crate::{
    membership::store,
    organization::{query as load, query::failed},
    pipeline::Read,
    store::Hold,
};

/// **Identifiers**: the associated MPN ID, or what there is to associate.
pub(crate) async fn identifiers(read: &mut Read) -> PortalResult<OwnIdentifiers> {
    let (actor, now) = (read.actor()?, read.now());
    let own = load::organization(read, actor.organization).await?;
    access::authorize_own(&own, &actor, Action::ViewOwn)?;
    let may = may_associate(&own, &actor);
    let mpn = match &own.mpn {
        Some(mpn) => Some(own_mpn(read.db(), mpn).await?),
        None => None,
    };
    let proved = match store::proved(read.db(), &actor, now)
        .await
        .map_err(failed)?
    {
        Some(id) if may.is_ok() => {
            let member = store::by_id(read.db(), id, Hold::Free)
                .await
                .map_err(failed)?;
            match member {
                Some(member) => Some(choices(read.db(), &own, &member.value).await?),
                None => None,
            }
        }
        _ => None,
    };
    Ok(OwnIdentifiers {
        country: own.country,
        is_partner: own.capabilities.is_partner(),
        mpn,
        may,
        proved,
    })
}

async fn own_mpn(db: &mut PgConnection, mpn: &MpnId) -> PortalResult<OwnMpn> {
    let place = store::place(db, mpn).await.map_err(failed)?;
    let place = place.map(|(profile, location)| Place {
        profile: profile.name.to_string(),
        profile_mpn: profile.mpn.to_string(),
        location: location.name.to_string(),
        country: location.country,
        is_active: profile.is_active && location.is_active,
    });
    Ok(OwnMpn {
        mpn: mpn.to_string(),
        place,
    })
}

/// The profiles and locations of the member, each with whether it fits the organization.
async fn choices(
    db: &mut PgConnection,
    own: &Organization,
    member: &Member,
) -> PortalResult<ProvedMember> {
    let mpns: Vec<String> = member.mpns().map(ToString::to_string).collect();
    let associated = store::associated(db, &mpns).await.map_err(failed)?;
    let profiles = member.profiles.iter().map(|profile| {
        let locations = profile.locations.iter().map(|location| {
            let mpn = &location.mpn;
            let fits = match fit(own, member, mpn) {
                Fit::Not(refusal) => Err(refusal.into()),
                Fit::Fits if associated.iter().any(|(taken, _)| taken == mpn) => {
                    Err(Refusal::MpnTaken { mpn: mpn.clone() }.into())
                }
                Fit::Fits => Ok(()),
            };
            LocationChoice {
                mpn: mpn.to_string(),
                name: location.name.to_string(),
                country: location.country,
                is_active: profile.is_active && location.is_active,
                fits,
            }
        });
        ProfileChoice {
            mpn: profile.mpn.to_string(),
            name: profile.name.to_string(),
            is_active: profile.is_active,
            locations: locations.collect(),
        }
    });
    Ok(ProvedMember {
        account: member.account.to_string(),
        profiles: profiles.collect(),
    })
}
