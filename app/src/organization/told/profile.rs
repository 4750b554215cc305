//! What is said of corrected legal profiles.

use tierline_core::{organization::Profile, text::AddressLine};

use crate::{
    i18n::messages,
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

/// An address on one line.
fn on_one_line(address: &[AddressLine]) -> String {
    let lines: Vec<&str> = address.iter().map(AddressLine::as_str).collect();
    lines.join(", ")
}

messages! {
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
        "{organization} enrolled, so a global admin of {organization} changes the legal profile under Settings, Legal info. The checks that depend on it start again then.",
        "{organization} 已自行註冊，因此由其全域管理員在「設定」的「法律資訊」中變更。相關檢查會重新開始。",
        "{organization} 已自行注册，因此由其全局管理员在“设置”的“法律信息”中更改。相关检查会重新开始。",
    ];
    profile_of_customer(organization) => [
        "{organization} is a customer. The program operator keeps the legal profiles of partners only.",
        "{organization} 是客戶。計畫營運者僅維護合作夥伴的法律設定檔。",
        "{organization} 是客户。计划运营方仅维护合作伙伴的法律资料。",
    ];
}
