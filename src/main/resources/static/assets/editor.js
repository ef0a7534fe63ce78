// 正文编辑：浏览器自带的可编辑区，只给标题、列表、加粗、链接、表格；保存时由服务器清洗。没有脚本时就是一个文本框。
(function () {
  "use strict";
  var source = document.getElementById("f-html");
  if (!source || !document.execCommand) return;
  var area = document.createElement("div");
  area.className = "rich editor-area";
  area.contentEditable = "true";
  area.setAttribute("role", "textbox");
  area.setAttribute("aria-multiline", "true");
  var label = document.querySelector("label[for=f-html]");
  if (label) { label.id = label.id || "f-html-label"; area.setAttribute("aria-labelledby", label.id); }
  // 服务器给的内容已经清洗；脚本里只解析，不执行
  var parsed = new DOMParser().parseFromString(source.value, "text/html");
  while (parsed.body.firstChild) area.appendChild(document.adoptNode(parsed.body.firstChild));
  var bar = document.createElement("div");
  bar.className = "buttons editor-bar";
  var tools = ["h2", "h3", "p", "bold", "insertUnorderedList", "insertOrderedList", "createLink", "table", "undo", "redo"];
  function act(name) {
    area.focus();
    if (name === "h2" || name === "h3" || name === "p") document.execCommand("formatBlock", false, name);
    else if (name === "createLink") { var to = window.prompt("https://"); if (to && /^(https?:\/\/|\/|mailto:|tel:)/i.test(to)) document.execCommand("createLink", false, to); }
    else if (name === "table") document.execCommand("insertHTML", false, "<table><tbody><tr><th>&nbsp;</th><th>&nbsp;</th></tr><tr><td>&nbsp;</td><td>&nbsp;</td></tr></tbody></table><p>&nbsp;</p>");
    else document.execCommand(name, false);
    copy();
  }
  tools.forEach(function (name) {
    var button = document.createElement("button");
    button.type = "button"; button.className = "second"; button.textContent = source.form.getAttribute("data-word-" + name.toLowerCase());
    button.addEventListener("click", function () { act(name); });
    bar.appendChild(button);
  });
  function copy() { source.value = area.innerHTML; }
  area.addEventListener("input", copy);
  area.addEventListener("blur", function () { copy(); source.dispatchEvent(new Event("change", { bubbles: true })); });
  // 粘贴：只要结构，不要样式；脚本、样式、样式属性在进入页面之前就去掉，服务器还会再清洗
  area.addEventListener("paste", function (event) {
    var html = event.clipboardData && event.clipboardData.getData("text/html");
    if (!html) return;
    event.preventDefault();
    var doc = new DOMParser().parseFromString(html, "text/html");
    doc.querySelectorAll("script,style,meta,link,xml,iframe,object,embed,svg,form,input").forEach(function (n) { n.remove(); });
    doc.querySelectorAll("*").forEach(function (n) {
      Array.from(n.attributes).forEach(function (a) { if (["href", "colspan", "rowspan", "start"].indexOf(a.name) < 0 || /^\s*(javascript|data|vbscript):/i.test(a.value)) n.removeAttribute(a.name); });
    });
    document.execCommand("insertHTML", false, doc.body.innerHTML);
    copy();
  });
  source.form.addEventListener("submit", copy, true);
  source.hidden = true;
  source.parentNode.insertBefore(bar, source);
  source.parentNode.insertBefore(area, source);

  // 正在自动保存时按了提交：等它存好、拿到新的版本号再提交，否则会被当成与同事冲突
  // 自动保存：停笔三秒，两次之间至少二十秒；保存后地址变成这份草稿的，后退、刷新都安全
  var form = source.form, said = document.getElementById("autosaved"), timer = 0, last = 0, busy = false, dirty = false, waiting = null;
  if (!form.hasAttribute("data-autosave") || !said || !window.fetch) return;
  form.addEventListener("submit", function (event) {
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { by: event.submitter };
  }, true);
  function save() {
    timer = 0;
    if (busy || form.dataset.sent || !dirty) return;
    copy();
    var data = new FormData(form);
    data.delete("bodyFile"); data.delete("files"); data.set("act", "autosave");
    if (!String(data.get("title") || "").trim()) return;
    busy = true; dirty = false;
    fetch(form.action, { method: "POST", body: data, credentials: "same-origin", redirect: "error", headers: { "HX-Request": "true" } })
      .then(function (answer) { return answer.text().then(function (text) { return { ok: answer.ok, text: text }; }); })
      .then(function (answer) {
        var saved = new DOMParser().parseFromString(answer.text, "text/html").querySelector("[data-id]");
        if (!answer.ok || !saved) { said.textContent = form.getAttribute("data-saving"); return; }
        var id = saved.getAttribute("data-id");
        form.elements.version.value = saved.getAttribute("data-version");
        form.action = "/desk/publication/" + id;
        if (location.pathname !== "/desk/publication/" + id + "/edit") history.replaceState(null, "", "/desk/publication/" + id + "/edit");
        said.textContent = saved.textContent;
      })
      .catch(function () { dirty = true; said.textContent = form.getAttribute("data-saving"); })
      .then(function () {
        busy = false; last = Date.now();
        if (waiting) { var by = waiting.by; waiting = null; dirty = false; form.requestSubmit(by); }
        else if (dirty) later();
      });
  }
  function later() { dirty = true; if (!timer) timer = window.setTimeout(save, Math.max(3000, last ? 20000 - (Date.now() - last) : 0)); }
  form.addEventListener("input", later);
  form.addEventListener("change", function (event) { if (event.target.type !== "file") later(); });
})();
