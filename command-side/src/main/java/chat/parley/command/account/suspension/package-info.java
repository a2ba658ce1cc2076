/** Suspends accounts: nobody signs in with them until that is lifted. */
package chat.parley.command.account.suspension;
