import { LitElement } from "lit";
import { LanguageController } from "../controllers/language.ts";

/** What all elements of Earshot have in common: they speak the language of the moment. */
export abstract class EarshotElement extends LitElement {
  constructor() {
    super();
    this.addController(new LanguageController(this));
  }
}
