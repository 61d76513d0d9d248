// Light together what belongs together: a sentence, its box in the map with its edge, its speakers.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const target = (link) => link.getAttribute("href").slice(1);
  let lit = [];

  function ofSentence(sentence) {
    const box = document.querySelector(`a.node[href="#${sentence.id}"]`);
    const speakers = (sentence.dataset.who || "").split(" ").filter(Boolean).map(byId);
    return [sentence, ...ofBox(box), ...speakers];
  }

  function ofBox(box) {
    return box ? [box, document.querySelector(`path[data-node="${box.id}"]`)] : [];
  }

  function ofSpeaker(id) {
    return [byId(id), ...document.querySelectorAll(`.s[data-who~="${id}"], a.node[data-who="${id}"]`)];
  }

  function partners(element) {
    const speaker = element.closest("a.who, .glance a");
    if (speaker) return ofSpeaker(target(speaker));
    const row = element.closest(".speakers tr[id]");
    if (row) return ofSpeaker(row.id);
    const box = element.closest("a.node");
    if (box) return ofSentence(byId(target(box)));
    const sentence = element.closest(".text .s");
    return sentence ? ofSentence(sentence) : [];
  }

  // Only the map's own window moves, never the page.
  function bringIntoSight(box) {
    const pane = box.closest(".side");
    if (getComputedStyle(pane).overflowY !== "auto") return;
    const [inner, outer] = [box.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  function light(element) {
    for (const one of lit) one.classList.remove("lit", "told");
    document.body.classList.remove("hush");
    lit = partners(element).filter(Boolean);
    for (const one of lit) one.classList.add("lit");
    const box = element.closest("a.node");
    if (box) byId(target(box)).classList.add("told");
    else if (element.closest(".text")) lit.filter((one) => one.matches("a.node")).slice(0, 1).forEach(bringIntoSight);
  }

  document.addEventListener("pointerover", (event) => {
    const found = partners(event.target).length ? event.target : document.activeElement || document.body;
    light(found);
  });
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("focusout", () => light(document.body));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.add("hush");
  });
})();
