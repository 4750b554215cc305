//! Refusals of a missing role or a wrong subject, and of grants that have ended.

use tierline_core::{access::Refusal, role::Role};

use super::action;
use crate::{
    account::words as role,
    i18n::{Lang, date_time, messages},
    list::words as list,
};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::RoleMissing {
            action: wanted,
            organization,
            needs,
        } => {
            let roles = list::any_of(lang, roles(needs).map(|needed| role::role(lang, needed)));
            if roles.is_empty() {
                return role_for_nobody(lang, action(lang, *wanted), &organization.name);
            }
            role_missing(lang, action(lang, *wanted), &organization.name, roles)
        }
        Refusal::OutOfReach { organization } => out_of_reach(lang, &organization.name),
        Refusal::ReachNarrowed { organization } => reach_narrowed(lang, &organization.name),
        Refusal::WrongSubject { action: wanted, .. } => wrong_subject(lang, action(lang, *wanted)),
        Refusal::Itself => itself(lang).to_owned(),
        Refusal::GrantEnded { at } => grant_ended(lang, date_time(lang, *at)),
    }
}

/// The roles worth asking for: an operator's role in its own organization is no help to a partner.
fn roles(needs: &[Role]) -> impl Iterator<Item = Role> {
    needs
        .iter()
        .copied()
        .filter(|role| !matches!(role, Role::ProgramAdmin | Role::Reviewer))
}

messages! {
    role_for_nobody(action, organization) => [
        "No role at {organization} allows you to {action}. Sign in for the organization this is meant for.",
        "在 {organization} 沒有任何角色可以{action}。請登入適用的組織。",
        "在 {organization} 没有任何角色可以{action}。请登录适用的组织。",
    ];
    role_missing(action, organization, roles) => [
        "To {action}, you need one of these roles at {organization}: {roles}. A global admin of {organization} can give you the role or do it for you.",
        "若要{action}，您需要在 {organization} 具有下列角色之一：{roles}。{organization} 的全域管理員可以授與您角色或代您執行。",
        "若要{action}，你需要在 {organization} 拥有以下角色之一：{roles}。{organization} 的全局管理员可以授予你角色或代你执行。",
    ];
    out_of_reach(organization) => [
        "At {organization}, you see only customers in some groups, and this one isn't in any of them. A global admin or admin agent of {organization} can change that.",
        "在 {organization}，您只能看到部分群組中的客戶，而此客戶不在其中。{organization} 的全域管理員或系統管理專員可以變更。",
        "在 {organization}，你只能看到部分组中的客户，而此客户不在其中。{organization} 的全局管理员或管理代理可以更改。",
    ];
    reach_narrowed(organization) => [
        "At {organization}, you see only customers in some groups, so you can't manage users or groups. A global admin or admin agent of {organization} can change that.",
        "在 {organization}，您只能看到部分群組中的客戶，因此無法管理使用者或群組。{organization} 的全域管理員或系統管理專員可以變更。",
        "在 {organization}，你只能看到部分组中的客户，因此无法管理用户或组。{organization} 的全局管理员或管理代理可以更改。",
    ];
    wrong_subject(action) => [
        "You can't do this here, because you can't {action} with what you chose. Go back and choose something else.",
        "此處無法執行：無法對所選項目{action}。請返回並選擇其他項目。",
        "此处无法执行：无法对所选项目{action}。请返回并选择其他项目。",
    ];
    itself => [
        "An organization can't invite or serve itself. Choose another organization or another recipient.",
        "組織不能邀請或服務自己。請選擇其他組織或其他收件者。",
        "组织不能邀请或服务自己。请选择其他组织或其他收件人。",
    ];
    grant_ended(at) => [
        "This already ended on {at}. You don't need to do anything.",
        "這已於 {at} 結束，因此沒有可結束的項目。",
        "这已于 {at} 结束，因此没有可结束的项目。",
    ];
}
