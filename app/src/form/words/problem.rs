//! Errors outside the application, for the pages that the server makes by itself.

use crate::i18n::messages;

messages! {
    home => ["Go to the start page", "前往首頁", "转到首页"];
    foreign_title => ["This form wasn't accepted", "未接受此表單", "未接受此表单"];
    foreign => [
        "The form didn't come from a page of this portal, so nothing was changed. If another site sent you here, close this page. Otherwise, open the portal again and fill in the form there.",
        "它不是來自此入口網站的頁面，因此沒有變更任何內容。如果您是從其他網站來到這裡，請關閉此頁面。否則請重新開啟入口網站並在那裡填寫表單。",
        "它不是来自此门户的页面，因此没有更改任何内容。如果你是从其他网站来到这里，请关闭此页面。否则请重新打开门户并在那里填写表单。",
    ];
    missing_title => ["Page not found", "找不到頁面", "找不到页面"];
    missing => [
        "There's nothing at this address. Check it, or start again from the portal.",
        "此網址沒有任何內容。請檢查網址，或從入口網站重新開始。",
        "此地址没有任何内容。请检查地址，或从门户重新开始。",
    ];
    large_title => ["This is too large", "傳送的內容太多", "发送的内容太多"];
    large => [
        "What you sent is larger than this portal allows, so nothing was changed. Go back, shorten it, and send it again.",
        "您傳送的內容超過此入口網站任何表單的允許大小，因此沒有變更任何內容。請返回、縮短後再傳送。",
        "你发送的内容超过此门户任何表单的允许大小，因此没有更改任何内容。请返回、缩短后再发送。",
    ];
    many_title => ["Too many attempts", "嘗試次數過多", "尝试次数过多"];
    many => [
        "Many forms sent from your network have failed, so nothing was changed. Wait a minute, then go back and send yours again.",
        "來自您網路的許多表單都失敗了，因此沒有變更任何內容。請等待一分鐘，返回後再傳送一次。",
        "来自你网络的许多表单都失败了，因此没有更改任何内容。请等待一分钟，返回后再发送一次。",
    ];
    unavailable_title => ["The portal is busy", "入口網站忙碌中", "门户正忙"];
    unavailable => [
        "Your request took too long. Go back and try again in a minute. A form you send twice takes effect only once.",
        "您的要求花費太長時間。請返回並在一分鐘後再試一次；重複傳送的內容只會執行一次。",
        "你的请求花费时间太长。请返回并在一分钟后重试；重复发送的内容只会执行一次。",
    ];
    no_file_title => ["This file can't be opened", "無法開啟此檔案", "无法打开此文件"];
    no_file(reference) => [
        "The file is missing on our side, or couldn't be made. Everything else works. Give this reference to the people who run the portal: {reference}",
        "我們這邊缺少此檔案，或無法產生此檔案。其他功能不受影響。請將此參考編號告知入口網站的管理者：{reference}",
        "我们这边缺少此文件，或无法生成此文件。其他功能不受影响。请将此参考编号告知门户的管理者：{reference}",
    ];
    fault_title => ["Something went wrong on our side", "我們這邊發生錯誤", "我们这边发生错误"];
    fault(reference) => [
        "Nothing was changed. Go back and try again in a few minutes. If it happens again, give this reference to the people who run the portal: {reference}",
        "沒有變更任何內容。請返回並在幾分鐘後再試一次。如果再次發生，請將此參考編號告知入口網站的管理者：{reference}",
        "没有更改任何内容。请返回并在几分钟后重试。如果再次发生，请将此参考编号告知门户的管理者：{reference}",
    ];
}
