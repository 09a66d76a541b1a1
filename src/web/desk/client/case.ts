// The mail is drawn with its marks, which answer the cards of the page.
import "../../mail-view-page.ts";
