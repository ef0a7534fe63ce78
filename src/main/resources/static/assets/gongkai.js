// 只让页面更顺手；没有脚本时一切照常。
(function () {
  "use strict";
  function ready() {
    putBack();
    document.querySelectorAll("[data-only]").forEach(toggle);
    var errors = document.getElementById("errors");
    if (errors) errors.focus();
    var fold = document.querySelector(".desk-menu-fold");
    var narrow = window.matchMedia("(max-width: 860px)");
    var refold = function () { if (fold) fold.toggleAttribute("open", !narrow.matches); };
    refold();
    narrow.addEventListener("change", refold);
    // 窄屏上宽表格左右滚动，键盘也要够得着
    document.querySelectorAll(".rich").forEach(function (text) {
      if (text.scrollWidth > text.clientWidth) text.tabIndex = 0;
    });
    // 查询码在 # 之后，从不发给服务器；扫码打开时替人填好
    var code = document.querySelector("[data-from-fragment] input[name=code]");
    if (code && location.hash.length > 1 && !code.value) {
      code.value = location.hash.slice(1);
      history.replaceState(null, "", location.pathname);
    }
    document.querySelectorAll("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
  }
  // 重复提交：同一个表单第二次提交不再发送
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "get" || form.hasAttribute("data-again")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 8000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });
  // 会话到期：提交前把填的字留在这个标签页里，登录回来放回原处；顺利提交后就丢掉
  var KEPT = "gk-kept";
  function keep(form) {
    var words = {};
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || field.type === "password" || field.type === "file" || field.type === "hidden" || field.tagName === "BUTTON") return;
      if ((field.type === "checkbox" || field.type === "radio") && !field.checked) return;
      words[field.name] = field.value;
    });
    try { sessionStorage.setItem(KEPT, JSON.stringify({ at: location.pathname, action: form.getAttribute("action"), words: words })); } catch (full) { /* 放不下就算了 */ }
  }
  function putBack() {
    var kept;
    try { kept = JSON.parse(sessionStorage.getItem(KEPT) || "null"); } catch (broken) { kept = null; }
    if (!kept) return;
    if (location.pathname.indexOf("/sign-in") === 0) {
      if (!kept.out) { kept.out = true; sessionStorage.setItem(KEPT, JSON.stringify(kept)); }
      return;
    }
    if (location.pathname.indexOf("/desk") !== 0) return;
    sessionStorage.removeItem(KEPT);
    if (!kept.out || kept.at !== location.pathname) return;
    document.querySelectorAll("form[data-keep]").forEach(function (form) {
      if (form.getAttribute("action") !== kept.action) return;
      Object.keys(kept.words).forEach(function (name) {
        var field = form.elements[name];
        if (!field) return;
        if (field.type === "checkbox") field.checked = true;
        else if ("value" in field) field.value = kept.words[name];
      });
    });
  }
  document.addEventListener("submit", function (event) {
    if (event.target.getAttribute("action") === "/sign-out") sessionStorage.removeItem(KEPT);
    else if (event.target.hasAttribute("data-keep")) keep(event.target);
  });
  // 自动保存时才发现会话到期：转去登录之前，先把正在填的留下
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    var form = document.querySelector("form[data-keep]");
    if (event.detail.xhr.status === 401 && form) keep(form);
  });
  // 只在选了别的公开属性时才要填的
  function toggle(part) {
    var field = document.querySelector("[name=" + part.getAttribute("data-only") + "]");
    if (!field) return;
    var show = function () { part.hidden = field.value === part.getAttribute("data-not"); };
    field.addEventListener("change", show);
    show();
  }
  // 进度每过一成，念一声
  document.addEventListener("htmx:afterSettle", function () {
    var bar = document.querySelector("#progress progress"), said = document.getElementById("progress-said");
    if (!said) return;
    var tenth = bar ? String(Math.floor(bar.value / bar.max * 10) * 10) + "%" : "";
    if (said.textContent !== tenth) said.textContent = tenth;
  });
  // 表单里的错误也要显示出来，而不是悄悄丢掉
  document.addEventListener("htmx:beforeSwap", function (event) {
    var status = event.detail.xhr.status;
    if (status === 422 || status === 409 || status === 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();
