//! What is said of corrected legal profiles.

use tierline_core::{
    market::Country,
    organization::{Party, Profile},
    text::{AddressLine, MpnId},
};

use crate::{
    i18n::{Lang, market, messages, number},
    list::words as listing,
    timeline::{Names, Subject},
};

/// What was corrected, with the values before and after.
pub(super) fn corrected(names: &Names<'_>, from: &Profile, to: &Profile) -> String {
    let lang = names.lang;
    let (before, after) = (on_one_line(&from.address), on_one_line(&to.address));
    let address = match before.as_str() {
        "" => address_entered(lang, &after),
        before => address_corrected(lang, before, &after),
    };
    let what = match (from.name != to.name, before != after) {
        (true, false) => name_corrected(lang, &from.name, &to.name),
        (true, true) => both(lang, name_corrected(lang, &from.name, &to.name), address),
        (false, _) => address,
    };
    match names.subject() {
        Some(Subject::Partner(name)) => profile_corrected_named(lang, name, what),
        _ => profile_corrected(lang, what),
    }
}

/// The legal location that was changed.
pub(super) fn moved(names: &Names<'_>, from: Country, to: Country) -> String {
    let lang = names.lang;
    let (from, to) = (market::country(lang, from), market::country(lang, to));
    match names.subject() {
        Some(Subject::Partner(name)) => country_changed_named(lang, name, from, to),
        _ => country_changed(lang, from, to),
    }
}

/// What stands in the way of another country: each thing in a sentence of its own.
pub(super) fn in_use(
    lang: Lang,
    organization: &Party,
    (from, to): (Country, Country),
    mpn: Option<&MpnId>,
    partners: (&[Party], u64),
    customers: (&[Party], u64),
) -> String {
    let country = market::country(lang, to);
    let [home, there] = [from, to].map(|it| market::region(lang, it.region()));
    let before = market::country(lang, from);
    let mut told = country_in_use(lang, &organization.name, before, country);
    let each = [
        mpn.map(|mpn| mpn_of_country(lang, mpn)),
        named(lang, partners).map(|names| partners_elsewhere(lang, country, there, home, names)),
        named(lang, customers).map(|names| customers_elsewhere(lang, country, there, home, names)),
    ];
    for sentence in each.into_iter().flatten() {
        if lang == Lang::En {
            told.push(' ');
        }
        told.push_str(&sentence);
    }
    told
}

/// The first names, and how many more there are; nothing if there is none.
fn named(lang: Lang, (first, more): (&[Party], u64)) -> Option<String> {
    if first.is_empty() {
        return None;
    }
    let names = listing::list(lang, first.iter().map(|it| it.name.as_str()));
    Some(match more {
        0 => names,
        more => and_more(lang, names, number(more)),
    })
}

/// An address on one line.
fn on_one_line(address: &[AddressLine]) -> String {
    let lines: Vec<&str> = address.iter().map(AddressLine::as_str).collect();
    lines.join(", ")
}

messages! {
    country_changed(from, to) => [
        "The program operator changed the country/region from {from} to {to}",
        "計畫營運者將國家/地區由{from}變更為{to}",
        "计划运营方将国家/地区由{from}更改为{to}",
    ];
    country_changed_named(name, from, to) => [
        "The country/region of {name} was changed from {from} to {to}",
        "{name} 的國家/地區已由{from}變更為{to}",
        "{name} 的国家/地区已由{from}更改为{to}",
    ];
    country_in_use(organization, from, to) => [
        "{organization} can't be moved from {from} to {to} yet.",
        "目前無法將 {organization} 的國家/地區由{from}變更為{to}。",
        "目前无法将 {organization} 的国家/地区由{from}更改为{to}。",
    ];
    mpn_of_country(mpn) => [
        "Its MPN ID {mpn} belongs to another country/region. Enter an MPN ID of the new country/region first.",
        "其 MPN ID {mpn} 屬於其他國家/地區，請先輸入新國家/地區的 MPN ID。",
        "其 MPN ID {mpn} 属于其他国家/地区，请先输入新国家/地区的 MPN ID。",
    ];
    partners_elsewhere(country, there, home, names) => [
        "{country} is in the CSP region {there}, and these partners are in {home}: {names}.",
        "{country}位於 CSP 地區「{there}」，而這些合作夥伴位於「{home}」：{names}。",
        "{country}位于 CSP 区域“{there}”，而这些合作伙伴位于“{home}”：{names}。",
    ];
    customers_elsewhere(country, there, home, names) => [
        "{country} is in the CSP region {there}, and these customers are in {home}: {names}.",
        "{country}位於 CSP 地區「{there}」，而這些客戶位於「{home}」：{names}。",
        "{country}位于 CSP 区域“{there}”，而这些客户位于“{home}”：{names}。",
    ];
    and_more(names, more) => ["{names}, and {more} more", "{names}，以及另外 {more} 個", "{names}，以及另外 {more} 个"];
    profile_corrected(what) => [
        "The program operator corrected the legal profile: {what}",
        "計畫營運者更正了法律設定檔：{what}",
        "计划运营方更正了法律资料：{what}",
    ];
    profile_corrected_named(name, what) => [
        "The legal profile of {name} was corrected: {what}",
        "已更正 {name} 的法律設定檔：{what}",
        "已更正 {name} 的法律资料：{what}",
    ];
    name_corrected(from, to) => [
        "the name from “{from}” to “{to}”",
        "名稱由「{from}」改為「{to}」",
        "名称由“{from}”改为“{to}”",
    ];
    address_corrected(from, to) => [
        "the address from “{from}” to “{to}”",
        "地址由「{from}」改為「{to}」",
        "地址由“{from}”改为“{to}”",
    ];
    address_entered(to) => ["the address “{to}”", "地址「{to}」", "地址“{to}”"];
    both(name, address) => ["{name}, {address}", "{name}，{address}", "{name}，{address}"];
    country_corrected(from, to) => [
        "Corrected the legal location from {from} to {to}",
        "將法定所在地由 {from} 更正為 {to}",
        "将法定所在地由 {from} 更正为 {to}",
    ];
    profile_of_enrollment(organization) => [
        "{organization} enrolled, so a global admin of {organization} changes the legal profile in Settings, under Legal info. The checks that depend on it then start again.",
        "{organization} 已自行註冊，因此由其全域管理員在「設定」的「法律資訊」中變更。相關檢查會重新開始。",
        "{organization} 已自行注册，因此由其全局管理员在“设置”的“法律信息”中更改。相关检查会重新开始。",
    ];
    profile_of_customer(organization) => [
        "{organization} is a customer. The program operator keeps the legal profiles of partners only.",
        "{organization} 是客戶。計畫營運者僅維護合作夥伴的法律設定檔。",
        "{organization} 是客户。计划运营方仅维护合作伙伴的法律资料。",
    ];
}
