/** Speaks the language that the user prefers. */
import type { AppState } from "./state.ts";
import type { Store } from "./store.ts";
import { speak, words } from "./words/current.ts";
import type { Language } from "./words/languages.ts";

/**
 * Speaks as preferred from now on, and says so where the words of a language cannot be loaded: each is asked for once, and
 * again with the next page. Resolves once the first words have come, or will not; never rejects.
 */
export async function followLanguage(store: Store<AppState>): Promise<void> {
  let asked: Language | undefined;
  const follow = async (): Promise<void> => {
    const { language } = store.value.preferences;
    if (language === asked) return;
    asked = language;
    try {
      await speak(language);
    } catch {
      store.set({ notice: words.notices.languageNotLoaded });
    }
  };
  await follow();
  store.subscribe(() => void follow());
}
