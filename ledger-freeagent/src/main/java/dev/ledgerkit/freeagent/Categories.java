package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.CategoryDraft;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryTree;
import dev.ledgerkit.freeagent.model.Ref;

/**
 * The chart of accounts. Categories are named by their nominal code, and answered in groups.
 *
 * @since 0.1
 */
public interface Categories
    extends Creates<Category, CategoryDraft>, Updates<Category, CategoryDraft> {
  /** All of them. */
  CategoryTree tree();

  /** All of them, and below them the accounts of single banks, users and the like. */
  CategoryTree treeWithSubAccounts();

  /**
   * One of them.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none
   */
  Category get(Ref<Category> ref);

  /**
   * Deletes an empty one that FreeAgent did not bring along; returns what it was.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none (any more)
   */
  Category delete(Ref<Category> ref);
}
