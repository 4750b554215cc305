//! Server functions of the registry, for the operator.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::MemberId,
    membership::{Edit, Location, NewMember, Profile},
    text::{CompanyName, EmailAddress, MpnId},
};

#[cfg(feature = "ssr")]
use crate::{
    account::model::check_password,
    error::FieldErrors,
    form::{Fields, mark::Mark},
    membership::told::Notice,
    route,
};
use crate::{error::PortalError, membership::model::MemberDetail, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddMemberLocation>(),
    Fields::of::<AddMemberProfile>(),
    Fields::of::<ChangeMemberAccount>(),
    Fields::of::<RegisterMember>(),
    Fields::of::<SaveMemberMpn>(),
    Fields::of::<SetMemberPassword>(),
];

/// A member of the registry.
#[server(prefix = "/api", endpoint = "member", protocol = Wire<GetUrl>)]
pub async fn member(
    /// Its id.
    id: String,
) -> Result<MemberDetail, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.member(id).await
}

/// **Add member**, with one profile and one location.
#[server(prefix = "/api", endpoint = "register-member")]
pub async fn register_member(
    /// The request.
    request_id: String,
    /// The user name of its account.
    account: String,
    /// The account's password, if it gets one now.
    #[server(default)]
    member_password: String,
    /// The MPN ID of the profile.
    profile_mpn: String,
    /// The name of the profile.
    profile_name: String,
    /// The MPN ID of the location.
    location_mpn: String,
    /// The name of the location.
    location_name: String,
    /// Its country.
    #[server(default)]
    country: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mut errors = FieldErrors::default();
    let account = errors.text("account", EmailAddress::parse(&account));
    let profile_mpn = errors.text("profile_mpn", MpnId::parse(&profile_mpn));
    let profile_name = errors.text("profile_name", CompanyName::parse(&profile_name));
    let location_mpn = errors.text("location_mpn", MpnId::parse(&location_mpn));
    let location_name = errors.text("location_name", CompanyName::parse(&location_name));
    let country = errors.country("country", &country);
    let profile = profile_mpn.zip(profile_name);
    let location = location_mpn.zip(location_name).zip(country);
    let new = account.zip(profile).zip(location).map(
        |((account, (mpn, name)), ((at, place), country))| NewMember {
            account,
            profiles: vec![Profile {
                mpn,
                name,
                is_active: true,
                locations: vec![Location {
                    mpn: at,
                    name: place,
                    country,
                    is_active: true,
                }],
            }],
        },
    );
    if !member_password.is_empty()
        && let Err(error) = check_password(&member_password)
    {
        errors.wrong("member_password", error);
    }
    let new = errors.finish(new)?;
    let password = (!member_password.is_empty()).then_some(member_password.as_str());
    let id = crate::backend::portal()?
        .register_member(new, password, request)
        .await?;
    crate::backend::done(&route::member(id), Notice::MemberRegistered);
    Ok(())
}

/// **Add a profile**.
#[server(prefix = "/api", endpoint = "add-member-profile")]
pub async fn add_member_profile(
    /// The request.
    request_id: String,
    /// The member's id.
    member: String,
    /// The MPN ID of the profile.
    profile_mpn: String,
    /// Its name.
    profile_name: String,
) -> Result<(), PortalError> {
    let mut errors = FieldErrors::default();
    let mpn = errors.text("profile_mpn", MpnId::parse(&profile_mpn));
    let name = errors.text("profile_name", CompanyName::parse(&profile_name));
    let (mpn, name) = errors.finish(mpn.zip(name))?;
    edit(&request_id, &member, Edit::AddProfile { mpn, name }, None).await
}

/// **Add a location** to a profile.
#[server(prefix = "/api", endpoint = "add-member-location")]
pub async fn add_member_location(
    /// The request.
    request_id: String,
    /// The member's id.
    member: String,
    /// The MPN ID of the profile.
    profile: String,
    /// The MPN ID of the location.
    location_mpn: String,
    /// Its name.
    location_name: String,
    /// Its country.
    #[server(default)]
    country: String,
) -> Result<(), PortalError> {
    let profile = MpnId::parse(&profile).map_err(|_| PortalError::Malformed)?;
    let mut errors = FieldErrors::default();
    let mpn = errors.text("location_mpn", MpnId::parse(&location_mpn));
    let name = errors.text("location_name", CompanyName::parse(&location_name));
    let country = errors.country("country", &country);
    let ((mpn, name), country) = errors.finish(mpn.zip(name).zip(country))?;
    let add = Edit::AddLocation {
        profile,
        mpn,
        name,
        country,
    };
    edit(&request_id, &member, add, None).await
}

/// Saves what is known of a profile or, with a country, of a location.
#[server(prefix = "/api", endpoint = "save-member-mpn")]
pub async fn save_member_mpn(
    /// The request.
    request_id: String,
    /// The member's id.
    member: String,
    /// The MPN ID.
    mpn: String,
    /// The name.
    name: String,
    /// The country of a location.
    #[server(default)]
    country: Option<String>,
    /// `active` or `inactive`.
    #[server(default)]
    status: String,
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let mpn = MpnId::parse(&mpn).map_err(|_| PortalError::Malformed)?;
    let is_active = match status.as_str() {
        "active" => true,
        "inactive" => false,
        _ => return Err(PortalError::Malformed),
    };
    let mut errors = FieldErrors::default();
    let name = errors.text("name", CompanyName::parse(&name));
    let saved = match country {
        Some(country) => {
            let country = errors.country("country", &country);
            name.zip(country).map(|(name, country)| Edit::Location {
                mpn,
                name,
                country,
                is_active,
            })
        }
        None => name.map(|name| Edit::Profile {
            mpn,
            name,
            is_active,
        }),
    };
    let mark = Some(Mark::new(filled_with));
    edit(&request_id, &member, errors.finish(saved)?, mark).await
}

/// **Change account**: another user name.
#[server(prefix = "/api", endpoint = "change-member-account")]
pub async fn change_member_account(
    /// The request.
    request_id: String,
    /// The member's id.
    member: String,
    /// The user name.
    account: String,
    /// The mark of the user name that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let account = EmailAddress::parse(&account);
    let account = account.map_err(|error| PortalError::of_text("account", error))?;
    let mark = Some(Mark::new(filled_with));
    edit(&request_id, &member, Edit::Account { account }, mark).await
}

/// **Set password** of the member's account.
#[server(prefix = "/api", endpoint = "set-member-password")]
pub async fn set_member_password(
    /// The request.
    request_id: String,
    /// The member's id.
    member: String,
    /// The password.
    member_password: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: MemberId = crate::backend::parse::id(&member)?;
    check_password(&member_password)
        .map_err(|error| PortalError::field("member_password", error))?;
    crate::backend::portal()?
        .set_member_password(id, &member_password, request)
        .await?;
    crate::backend::done(&route::member(id), Notice::MemberPasswordSet);
    Ok(())
}

/// Makes the edit and goes to the member's page.
#[cfg(feature = "ssr")]
async fn edit(
    request: &str,
    member: &str,
    edit: Edit,
    filled_with: Option<Mark>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id: MemberId = crate::backend::parse::id(member)?;
    crate::backend::portal()?
        .edit_member(id, edit, filled_with, request)
        .await?;
    crate::backend::done(&route::member(id), Notice::MemberChanged);
    Ok(())
}
