/**
 * Script of the hidden document to which a fund's server leads, with a ticket in the fragment: no script of the fund's page
 * can read the address of another origin's frame, so none sees the ticket. Gives it to the controller beside it.
 */
import { findController } from './find-controller.ts';
import { deliverTicket, takeTicket } from './ticket-delivery.ts';

const ticket = takeTicket();
const controller = findController();
if (controller) deliverTicket(controller, ticket);
