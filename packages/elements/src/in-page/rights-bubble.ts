import { provideDocumentPortal } from '../document-portal.ts';
import '../rights-bubble/define.ts';

provideDocumentPortal();
