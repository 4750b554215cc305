// A form with a file is sent in the background, and a bar says how far it is. The answer names the page that comes next;
// where there is none, the browser sends the form itself, and says what is wrong.
addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.matches("form[data-upload]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.upload) return;
    form.dataset.upload = "sending";
    const bar = form.querySelector("progress");
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => Object.assign(bar, { hidden: false, max: total, value: loaded });
    request.onloadend = () => {
      try {
        location.assign(JSON.parse(request.responseText).page);
      } catch {
        form.submit();
      }
    };
    request.send(new FormData(form));
  },
  true,
);
