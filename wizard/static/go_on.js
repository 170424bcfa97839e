// A page that only leads on does so by itself; without JavaScript it has a button.
document.querySelector("form[data-go-on]")?.submit();
