// Show the sentences and boxes of an article that fit; the others turn pale, or are left out.
(() => {
  "use strict";
  const ASPECTS = ["stance", "sure", "voice"];

  function fits(sentence, form) {
    const who = form.elements.who.value;
    const heard = sentence.dataset.who.split(" ").filter(Boolean);
    if (who && !(who === "-" ? heard.length === 0 : heard.includes(who))) return false;
    return ASPECTS.every((name) => {
      const wanted = form.elements[name].value;
      return !wanted || wanted.split(" ").includes(sentence.dataset[name]);
    });
  }

  // SVG knows no `inert`, so its links are taken out of the Tab key's way and of what is read aloud one by one.
  function turn(element, off) {
    element.classList.toggle("off", off);
    if (element instanceof HTMLElement) element.inert = off;
    else if (off) for (const [name, value] of [["aria-hidden", "true"], ["tabindex", "-1"]]) element.setAttribute(name, value);
    else for (const name of ["aria-hidden", "tabindex"]) element.removeAttribute(name);
  }

  function apply(form) {
    const story = form.closest(".story");
    const active = ["who", ...ASPECTS].some((name) => form.elements[name].value);
    const sentences = [...story.querySelectorAll(".text .s")];
    const telling = sentences.filter((one) => one.dataset.stance);
    const boxes = [...story.querySelectorAll("a.node")];
    for (const one of sentences) turn(one, active && !(one.dataset.stance && fits(one, form)));
    for (const box of boxes) {
      const off = document.getElementById(box.getAttribute("href").slice(1)).classList.contains("off");
      turn(box, off);
      story.querySelector(`path[data-node="${box.id}"]`).classList.toggle("off", off);
    }
    story.classList.toggle("only", active && form.elements.only.checked);
    const shown = (all) => `${all.filter((one) => !one.classList.contains("off")).length} of ${all.length}`;
    form.querySelector("output").textContent =
      `${shown(telling)} sentences and ${shown(boxes)} boxes ${active ? "fit" : "shown"}`;
  }

  function reset(form) {
    form.reset();
    apply(form);
  }

  for (const form of document.querySelectorAll("form.filters")) {
    form.hidden = false;
    form.addEventListener("change", () => apply(form));
    form.querySelector("button").addEventListener("click", () => reset(form));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // A link may lead to what is left out.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.matches(".off")) return;
    const form = target.closest(".story").querySelector("form.filters");
    reset(form);
    target.scrollIntoView();
  });
})();
