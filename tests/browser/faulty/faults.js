// One of each fault: a console error, a forbidden style, a request elsewhere, a missing file, an exception, a rejection.
console.error("said by console.error");
document.body.setAttribute("style", "color: red");
new Image().src = "http://127.0.0.2:9/elsewhere.png"; // a port of this machine that nobody answers
const missing = new Image();
missing.src = "missing.png";
document.body.append(missing);
setTimeout(() => {
  throw new Error("thrown");
});
Promise.reject(new Error("rejected"));
// The page is "ready" once its faults have happened.
missing.addEventListener("error", () => setTimeout(() => (document.documentElement.dataset.state = "ready"), 50));
