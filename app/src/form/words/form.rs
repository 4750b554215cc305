//! Errors of any form or page.

use crate::i18n::messages;

messages! {
    problem => ["There is a problem", "發生問題", "出现问题"];
    of_field(field, problem) => ["{field}: {problem}", "{field}：{problem}", "{field}：{problem}"];
    refused => ["You don't have access to this page", "您無法使用此頁面", "你无法使用此页面"];
    signed_out => [
        "You're no longer signed in, so nothing was changed. Sign in again in another tab, then come back and select the button again. What you entered stays here.",
        "您已經登出，因此沒有變更任何內容。請在另一個分頁重新登入，再回到此處按一次按鈕：您輸入的內容會保留在此。",
        "你已经退出登录，因此没有更改任何内容。请在另一个标签页重新登录，再回到此处按一次按钮：你输入的内容会保留在此。",
    ];
    sign_in_beside => ["Sign in in a new tab", "在新分頁登入", "在新标签页登录"];
    interrupted => [
        "You were signed out, so nothing was changed. You're signed in again, and what you entered is still here. Select the button again.",
        "您先前已經登出，因此沒有變更任何內容。您已重新登入，輸入的內容仍在此處：請再按一次按鈕。",
        "你先前已退出登录，因此没有更改任何内容。你已重新登录，输入的内容仍在此处：请再按一次按钮。",
    ];
    not_found => [
        "This item doesn't exist, or you don't have access to it. It may have been removed. Reload the page.",
        "相關項目不存在，或您沒有存取權。它可能已被移除：請重新載入頁面。",
        "相关项目不存在，或你没有访问权限。它可能已被删除：请重新加载页面。",
    ];
    conflict => [
        "Someone else changed this in the meantime, so your change wasn't saved. Reload the page, check what's different, and make your change again if you still need it.",
        "其他人已在此期間變更此項目，因此沒有變更任何內容。請重新載入頁面，查看差異，若仍適用再重新變更。",
        "其他人已在此期间更改此项目，因此没有更改任何内容。请重新加载页面，查看差异，如仍适用再重新更改。",
    ];
    too_many(minutes) => [
        "Too many attempts. Try again in {minutes} min.",
        "嘗試次數太多。請在 {minutes} 分鐘後再試一次。",
        "尝试次数太多。请在 {minutes} 分钟后重试。",
    ];
    malformed => [
        "This page is out of date, so nothing was changed. Reload the page and try again.",
        "此頁面已與入口網站不符，因此沒有變更任何內容。請重新載入頁面後再執行一次。",
        "此页面已与门户不匹配，因此没有更改任何内容。请重新加载页面后再执行一次。",
    ];
    not_loaded => [
        "We couldn't load this content. Wait a moment and try again.",
        "無法載入此內容。請稍候再試一次。",
        "无法加载此内容。请稍候重试。",
    ];
    try_again => ["Try again", "再試一次", "重试"];
    unreachable => [
        "We couldn't reach the portal, so we don't know whether your change was saved. Check your connection and select the button again. It takes effect only once.",
        "無法連線到入口網站，因此不知道是否已完成。請檢查連線後再按一次按鈕：只會執行一次。",
        "无法连接到门户，因此不知道是否已完成。请检查连接后再按一次按钮：只会执行一次。",
    ];
    fault => [
        "Something went wrong on our side. Nothing was changed. Try again in a few minutes.",
        "我們這邊發生錯誤。沒有變更任何內容；請在幾分鐘後再試一次。",
        "我们这边发生错误。没有更改任何内容；请在几分钟后重试。",
    ];
    fault_with_reference(reference) => [
        "Something went wrong on our side. Nothing was changed. Try again in a few minutes. If it happens again, give this reference to the people who run the portal: {reference}",
        "我們這邊發生錯誤。沒有變更任何內容；請在幾分鐘後再試一次。如果再次發生，請將此參考編號告知入口網站的管理者：{reference}",
        "我们这边发生错误。没有更改任何内容；请在几分钟后重试。如果再次发生，请将此参考编号告知门户的管理者：{reference}",
    ];
    unsent_title => ["You have unsent entries", "您有尚未送出的內容", "你有尚未提交的内容"];
    unsent => [
        "This browser saved entries that you didn't send. Restoring them replaces the values below.",
        "此瀏覽器保留了您在此輸入但未送出的內容。還原會取代下方的內容。",
        "此浏览器保留了你在此输入但未提交的内容。还原会替换下方的内容。",
    ];
    restore => ["Restore", "還原", "还原"];
    discard => ["Discard", "捨棄", "放弃"];
    saving => ["One moment", "請稍候", "请稍候"];
}
