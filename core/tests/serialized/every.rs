//! Every type that can be serialized has a sample here, with each of its variants, and each sample is read back as the
//! same value.

use std::{
    any::type_name,
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    fs,
    path::Path,
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tierline_core::{
    Refusal, ids,
    market::Country,
    read::{self, Read},
    text,
    text::TextError,
};

use crate::{
    accounts, answers, catalog, country, directory, events, groups, imports, joining, licenses,
    names, objects, order_requests, program, subscriptions,
};

/// A type, with the serialized form of some of its values.
pub(crate) type Sample = (&'static str, Value);

/// For a type whose values all have the same form.
pub(crate) fn plain<T>(values: impl Into<Vec<T>>) -> Sample
where
    T: Serialize + DeserializeOwned + Read + PartialEq + Debug,
{
    let values = values.into();
    for value in &values {
        let written = serde_json::to_string(value).unwrap();
        assert_eq!(&serde_json::from_str::<T>(&written).unwrap(), value);
        assert_eq!(read::json(&written).as_ref(), Ok(value));
    }
    (type_name::<T>(), serde_json::to_value(&values).unwrap())
}

/// For a type that is written, to be compared, and never read.
pub(crate) fn written<T: Serialize>(values: &[T]) -> Sample {
    (type_name::<T>(), serde_json::to_value(values).unwrap())
}

/// For an enum whose variants have names, serialized under this tag or alone. None may be missing.
pub(crate) fn each<T>(tag: Option<&str>, values: impl Into<Vec<T>>) -> Sample
where
    T: Serialize + DeserializeOwned + Read + PartialEq + Debug,
{
    let (name, written) = plain(values);
    let named = |value: &Value| match tag {
        Some(tag) => value.get(tag).cloned(),
        None => Some(value.clone()),
    };
    let here: BTreeSet<_> = written
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| named(value)?.as_str().map(str::to_owned))
        .collect();
    assert_eq!(here, variants::<T>(tag), "samples of {name}");
    (name, written)
}

/// The names of all variants: those that deserializing says it expected.
fn variants<T: DeserializeOwned + Debug>(tag: Option<&str>) -> BTreeSet<String> {
    let unknown = match tag {
        Some(tag) => json!({ tag: "no such name" }),
        None => json!("no such name"),
    };
    let error = serde_json::from_value::<T>(unknown).unwrap_err();
    // unknown variant `no such name`, expected one of `one`, `another`
    let error = error.to_string();
    let quoted = error.split('`').skip(1).step_by(2);
    quoted.skip(1).map(str::to_owned).collect()
}

fn samples() -> Vec<Sample> {
    let here = [
        plain([country("DE")]),
        each(Some("type"), events::invitation()),
        each(Some("type"), events::partnership()),
        each(Some("type"), events::relationship()),
        each(Some("type"), events::orders()),
        each(Some("type"), subscriptions::events()),
        each(Some("type"), events::price_list()),
        each(Some("type"), events::sale()),
        each(Some("type"), events::organization()),
        each(Some("type"), accounts::account()),
        each(Some("type"), accounts::member_invitation()),
        each(Some("type"), events::enrollment()),
        each(Some("type"), events::member()),
        each(Some("type"), events::agreement()),
        each(Some("type"), events::case()),
        each(Some("type"), directory::listing_events()),
        each(Some("type"), directory::ask_events()),
        each(Some("type"), program::events()),
        each(Some("type"), events::customer_group()),
        each(Some("type"), licenses::events()),
        each(Some("type"), order_requests::events()),
        each(Some("object"), events::objects()),
        // Untagged: the test of refusals checks that no code is missing.
        plain(tierline_core::testing::refusals()),
    ];
    let of_texts = of_texts().into_iter();
    here.into_iter()
        .chain(of_texts)
        .chain(names::samples())
        .chain(objects::samples())
        .chain(catalog::samples())
        .chain(answers::samples())
        .chain(joining::samples())
        .chain(directory::samples())
        .chain(program::samples())
        .chain(imports::samples())
        .chain(groups::samples())
        .chain(subscriptions::samples())
        .chain(licenses::samples())
        .chain(order_requests::samples())
        .collect()
}

/// Ids and texts are strings, regardless of their type.
fn of_texts() -> Vec<Sample> {
    macro_rules! ids {
        ($($name:ident)+) => { vec![$(plain([ids::$name::from_uuid(uuid::Uuid::from_u128(7))]),)+] };
    }
    macro_rules! texts {
        ($($name:ident = $text:literal)+) => { vec![$(plain([text::$name::parse($text).unwrap()]),)+] };
    }
    let mut all = ids! {
        OrganizationId UserId InvitationId PartnershipId RelationshipId OrderId OrderLineId SubscriptionId SkuId EventId
        PriceListId RequestId CustomerDraftId EnrollmentId CaseId DocumentId MemberId MemberInvitationId AgreementId
        ListingId AskId ProgramId ImportId CustomerGroupId PlacingId AssignmentId BulkId OrderRequestId
    };
    all.extend(texts! {
        CompanyName = "Contoso"
        PersonName = "Ben Lee"
        DeviceName = "Key"
        GroupName = "North"
        AddressLine = "1 Harbour Road"
        AgreementVersion = "2026-01"
        HolidayName = "New Year's Day"
        Domain = "contoso.example"
        TenantParent = "tenants.example"
        TenantPrefix = "contoso"
        EmailAddress = "ben@contoso.example"
        UserName = "ben"
        PhoneNumber = "+49 30 901820"
        MpnId = "4586213"
        HttpUrl = "https://contoso.example/"
        MessageSubject = "Work with us"
        MessageText = "Please open {link}\n"
        Description = "Cloud solutions"
        Reason = "we have a provider"
    });
    assert!(all.iter().all(|(_, written)| written[0].is_string()));
    all
}

#[test]
fn each_type_that_is_written_has_samples() {
    let samples: Vec<_> = samples();
    let here: BTreeSet<&str> = samples.iter().map(|(name, _)| *name).collect();
    let missing: Vec<_> = written_types()
        .into_iter()
        .filter(|name| !here.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no sample of {missing:#?}");
}

/// The types that derive `Serialize` in the sources, by path. Types made by macros have no name there.
fn written_types() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let module = path.strip_prefix(&root).unwrap().with_extension("");
            let module = module.to_str().unwrap().replace(['/', '\\'], "::");
            // The macro that makes the refusals of each area.
            if module == "refusal::table" {
                continue;
            }
            let names = derived(&fs::read_to_string(&path).unwrap());
            found.extend(
                names
                    .into_iter()
                    .map(|name| format!("tierline_core::{module}::{name}")),
            );
        }
    }
    assert!(found.len() > 60, "{found:#?}");
    found
}

/// The names of the serialized types in a source.
fn derived(source: &str) -> Vec<String> {
    let mut is_written = false;
    let mut names = Vec::new();
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[derive(") {
            is_written = line.contains("Serialize");
        }
        let declared = line
            .strip_prefix("pub struct ")
            .or_else(|| line.strip_prefix("pub enum "));
        if let Some(rest) = declared {
            let name: String = rest.chars().take_while(|it| it.is_alphanumeric()).collect();
            if is_written && !name.is_empty() {
                names.push(name);
            }
            is_written = false;
        }
    }
    names
}

#[test]
fn variants_are_what_reading_expects() {
    assert_eq!(
        variants::<TextError>(Some("code")),
        [
            "domain_character",
            "email_character",
            "empty",
            "malformed",
            "several",
            "too_long",
            "too_short"
        ]
        .map(str::to_owned)
        .into()
    );
    assert!(serde_json::from_value::<Country>(json!("XX")).is_err());
    assert!(serde_json::from_value::<Refusal>(json!({})).is_err());
}

/// The form shown in a snapshot.
pub(crate) fn by_name(samples: Vec<Sample>) -> BTreeMap<&'static str, Value> {
    samples
        .into_iter()
        .map(|(name, written)| (name.trim_start_matches("tierline_core::"), written))
        .collect()
}
