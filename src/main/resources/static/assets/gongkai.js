// 只让页面更顺手；没有脚本时一切照常。
(function () {
  "use strict";
  function ready() {
    var errors = document.getElementById("errors");
    if (errors) errors.focus();
    var fold = document.querySelector(".desk-menu-fold");
    if (fold && window.matchMedia("(max-width: 860px)").matches) fold.removeAttribute("open");
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
  // 表单里的错误也要显示出来，而不是悄悄丢掉
  document.addEventListener("htmx:beforeSwap", function (event) {
    var status = event.detail.xhr.status;
    if (status === 422 || status === 409 || status === 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();
